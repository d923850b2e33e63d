/** Everything that is wrong with a configuration, each line beginning with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
