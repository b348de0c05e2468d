//! Files for reference managers.

mod bibtex;
mod csl_json;
mod ris;

pub use bibtex::bibtex;
pub use csl_json::csl_json;
pub use ris::ris;
