/** The only door to commander. */
export { Command, InvalidArgumentError, Option } from 'commander';
