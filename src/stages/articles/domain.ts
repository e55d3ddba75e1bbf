/** Who publishes under an address, where nothing else names the outlet. */

/** 'https://www.Lake-Courier.example/2019/talks' → 'lake-courier.example'; null where there is no address of the web. */
export function domainOf(url: string | null): string | null {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}
