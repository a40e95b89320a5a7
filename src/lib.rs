//! en-face: which sentence of a bilingual page was made from which.

pub mod align;
pub mod bitext;
pub mod export;
pub mod lang;
pub mod page;
pub mod segment;
#[cfg(target_arch = "wasm32")]
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
