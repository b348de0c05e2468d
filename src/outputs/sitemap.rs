//! `sitemap.xml`, which needs absolute addresses: only with a `base_url`. Of more addresses
//! than one may have it is an index of others, `sitemaps/1.xml` (Sitemap protocol 0.9).

use std::fmt::Write;

use super::File;
use crate::schema::Id;
use crate::views::{ChangePages, Site, absolute, day_path, days_with_pages, lesson_path};

/// The most addresses that a sitemap may have.
const MOST: usize = 50_000;

/// What stands in a site and is not for search engines: what is shown in frames, answers, and
/// what a reader fills in.
const APART: &[&str] = &["embed/", "lessons/new/", "404"];

/// The sitemap of a site that has files of these paths.
pub(super) fn of<'p>(site: &Site<'_>, files: impl Iterator<Item = &'p str>) -> Vec<File> {
    let Some(base) = &site.timeline.about.base_url else {
        return Vec::new();
    };
    let paths = if site.is_large() {
        found(files)
    } else {
        listed(site)
    };
    written(base, &paths, MOST)
}

/// The pages among files, the first page first.
fn found<'p>(files: impl Iterator<Item = &'p str>) -> Vec<String> {
    let mut pages: Vec<String> = files
        .filter_map(|path| path.strip_suffix("index.html"))
        .filter(|path| !APART.iter().any(|apart| path.starts_with(apart)))
        .filter(|path| !(path.starts_with("lessons/") && path.ends_with("/key/")))
        .map(str::to_owned)
        .collect();
    pages.sort_unstable();
    pages
}

/// The pages, those of the lists first.
fn listed(site: &Site<'_>) -> Vec<String> {
    let timeline = site.timeline;
    let mut paths: Vec<String> = ["", "claims/", "changes/", "actors/", "topics/", "sources/"]
        .map(str::to_owned)
        .into();
    paths.extend(ChangePages::of(site).folders());
    let days = days_with_pages(site);
    if !days.is_empty() {
        paths.push("known/".to_owned());
    }
    paths.extend(days.into_iter().map(day_path));
    if !site.lessons.is_empty() {
        paths.push("lessons/".to_owned());
    }
    for plan in &site.lessons {
        let path = lesson_path(&plan.lesson.id);
        paths.push(format!("{path}student/"));
        paths.push(path);
    }
    paths.extend(timeline.events.ids().map(|id| format!("events/{id}/")));
    paths.extend(timeline.actors.ids().map(|id| format!("actors/{id}/")));
    paths.extend(
        site.events_of_topic
            .keys()
            .map(|id| format!("topics/{}/", id.as_str())),
    );
    paths.extend(timeline.sources.ids().map(|id| format!("sources/{id}/")));
    paths
}

/// The sitemap, or, of more addresses than one may have, an index and as many as are needed.
fn written(base: &str, paths: &[String], most: usize) -> Vec<File> {
    if paths.len() <= most {
        return vec![File::new("sitemap.xml", list(base, "url", paths))];
    }
    let mut maps: Vec<File> = Vec::new();
    for (number, paths) in paths.chunks(most).enumerate() {
        let path = format!("sitemaps/{}.xml", number + 1);
        maps.push(File::new(path, list(base, "url", paths)));
    }
    let paths: Vec<String> = maps.iter().map(|map| map.path.clone()).collect();
    maps.push(File::new("sitemap.xml", list(base, "sitemap", &paths)));
    maps
}

/// A list of addresses, each of which is an `item`.
fn list(base: &str, item: &str, paths: &[String]) -> String {
    let whole = if item == "url" {
        "urlset"
    } else {
        "sitemapindex"
    };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{whole} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    // An address has been checked to be one; of what XML reserves it may hold `&` and `'`. What
    // is below it is made of ids and words of ours, which no address writes otherwise.
    let root = absolute(base, "")
        .replace('&', "&amp;")
        .replace('\'', "&apos;");
    for path in paths {
        let _ = writeln!(xml, "<{item}><loc>{root}{path}</loc></{item}>");
    }
    let _ = writeln!(xml, "</{whole}>");
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_addresses_than_a_sitemap_may_have_are_in_several_of_which_there_is_an_index() {
        let paths: Vec<String> = (0..7).map(|number| format!("events/e{number}/")).collect();
        let maps = written("https://example.org/a&b", &paths, 3);
        let text = |file: &File| String::from_utf8_lossy(&file.bytes).into_owned();
        let all: String = maps.iter().take(3).map(text).collect();
        for path in &paths {
            let address = format!("<url><loc>https://example.org/a&amp;b/{path}</loc></url>");
            assert_eq!(all.matches(&address).count(), 1, "{all}");
        }
        assert_eq!(maps.len(), 4);
        assert_eq!(maps[3].path, "sitemap.xml");
        let index = text(&maps[3]);
        assert!(index.contains("<sitemapindex "), "{index}");
        for map in &maps[..3] {
            assert!(text(map).matches("<loc>").count() <= 3);
            let address = format!(
                "<sitemap><loc>https://example.org/a&amp;b/{}</loc></sitemap>",
                map.path
            );
            assert!(index.contains(&address), "{index}");
        }
        assert_eq!(written("https://example.org", &paths, 7).len(), 1);
    }

    #[test]
    fn only_what_is_for_search_engines_is_in_it() {
        let files = [
            "index.html",
            "events/a/index.html",
            "events/a/cite.json",
            "embed/index.html",
            "lessons/l/index.html",
            "lessons/l/key/index.html",
            "lessons/new/index.html",
            "404.html",
            "years/2024/index.html",
        ];
        assert_eq!(
            found(files.into_iter()),
            ["", "events/a/", "lessons/l/", "years/2024/"]
        );
    }
}
