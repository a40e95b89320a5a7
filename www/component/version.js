// Which version these scripts are, as the core says it: three decimal digits a part. A test compares it with Cargo.toml.

export const VERSION = 1000;
