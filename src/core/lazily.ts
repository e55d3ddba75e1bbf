/** What is made when it is first asked for, and kept: most commands need little of all that there is. */

/** An object each of whose properties is made by its maker, once, when it is first asked for. */
export function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {};
  for (const name of Object.keys(makers) as (keyof T & string)[]) {
    const get = (): unknown => {
      const value = makers[name]();
      Object.defineProperty(made, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(made, name, { get, enumerable: true, configurable: true });
  }
  return made as T;
}
