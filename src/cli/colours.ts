/** True where colours may be written to the standard output: a terminal that has some, and no NO_COLOR in the environment. */
export function hasColours(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}
