/** The few members of the browser's objects that the explorer uses. The compiler knows no browser here, so that no other file can lean on one by mistake. */

export interface PageElement {
  textContent: string | null;
  className: string;
  value: string;
  hidden: boolean;
  href: string;
  append(...children: readonly (PageElement | string)[]): void;
  replaceChildren(...children: readonly PageElement[]): void;
  setAttribute(name: string, value: string): void;
  addEventListener(event: string, listener: (event: { preventDefault(): void }) => void): void;
  scrollIntoView(): void;
}

export interface PageDocument {
  getElementById(id: string): PageElement | null;
  createElement(tag: string): PageElement;
}

export interface PageWindow {
  readonly location: { hash: string };
  addEventListener(event: string, listener: () => void): void;
}
