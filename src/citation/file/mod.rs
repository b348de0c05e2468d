//! Files for reference managers.

mod bibtex;
mod csl_json;
mod link;
mod ris;

pub use bibtex::bibtex;
pub use csl_json::{csl_json, csl_json_line};
pub use link::data_link;
pub use ris::ris;
