/** The few members of the browser's objects that the page's script uses. The compiler knows no browser here, so that no other file can lean on one by mistake. */

export interface PageElement {
  textContent: string | null;
  className: string;
  value: string;
  hidden: boolean;
  href: string;
  open: boolean;
  width: number;
  height: number;
  readonly children: Iterable<PageElement>;
  append(...children: readonly (PageElement | string)[]): void;
  replaceChildren(...children: readonly PageElement[]): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  addEventListener(event: string, listener: (event: { preventDefault(): void }) => void): void;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  getBoundingClientRect(): { readonly width: number };
  scrollIntoView(): void;
  click(): void;
  getContext(kind: '2d'): { scale(x: number, y: number): void; drawImage(image: unknown, x: number, y: number): void };
  toBlob(callback: (blob: unknown) => void): void;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  getElementById(id: string): PageElement | null;
  createElement(tag: string): PageElement;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageImage {
  onload: () => void;
  src: string;
  readonly width: number;
  readonly height: number;
}

export interface PageWindow {
  readonly location: { hash: string };
  readonly history: { replaceState(state: null, unused: string, address: string): void };
  readonly navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
  matchMedia(query: string): { readonly matches: boolean };
  readonly Blob: new (parts: readonly string[], options: { readonly type: string }) => unknown;
  readonly Image: new () => PageImage;
  readonly XMLSerializer: new () => { serializeToString(element: PageElement): string };
  readonly URL: { createObjectURL(blob: unknown): string };
  getComputedStyle(element: PageElement): { getPropertyValue(name: string): string };
  addEventListener(event: string, listener: () => void): void;
}
