//! The preview: a site that is made anew whenever an event file changes, kept in memory,
//! and shown to a browser on this machine.
//!
//! - [`Watch`] waits until something in the folder may have changed.
//! - [`Workshop`] reads the folder and makes the site of it; what comes of that is an
//!   [`Attempt`], which holds what is to be [`Shown`] from then on.
//! - [`answers`] answers requests from what is shown, after [`Hosts`] let them in. Pages
//!   get a script of the preview's own, which hears of every attempt: it reloads the page,
//!   or shows over it what is wrong.
//!
//! Nothing is written to the disk.

mod address;
mod answer;
mod content;
mod opener;
mod problems;
mod watch;
mod workshop;

pub use address::{Hosts, listen};
pub use answer::answers;
pub use content::{Changes, Content, Found};
pub use opener::open;
pub use problems::Problems;
pub use watch::Watch;
pub use workshop::{Attempt, End, Shown, Workshop};
