/** Who publishes under an address, where nothing else names the outlet. */

/** 'https://www.Lake-Courier.example/2019/talks' → 'lake-courier.example'; null where there is no address of the web. */
export function domainOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}

/** An outlet that is named by its address: 'www.lake.example' → 'lake.example'; other names stay. */
export function withoutWww(name: string | null): string | null {
  return name === null ? null : name.replace(/^www\.(?=[\w-]+\.[\w.-]+$)/i, '');
}
