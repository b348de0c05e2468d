//! The further pages of lists that are too long for one: of claims, actors, topics, sources.

use rayon::prelude::*;

use super::pages::page;
use super::{File, RenderError};
use crate::views::{Accounts, AccountsPage, Further, FurtherPage, Site};

pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    if !site.is_large() {
        return Ok(Vec::new());
    }
    let (accounts, further) = (Accounts::of(site), Further::of(site));
    let claims = accounts.leaves().into_par_iter().map(|leaf| {
        let path = accounts.folder_of(leaf) + "index.html";
        page(path, &AccountsPage::new(&accounts, leaf))
    });
    let lists = further.leaves().into_par_iter().map(|leaf| {
        let path = further.folder_of(leaf) + "index.html";
        page(path, &FurtherPage::new(&further, leaf))
    });
    claims.chain(lists).collect()
}
