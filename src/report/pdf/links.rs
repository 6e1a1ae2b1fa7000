//! Links inside the document, set after the layout. The template writes the id of an entry or the
//! name of a page as the target; here it becomes the place. Were they real links in the template,
//! the typesetter would lay out every line that cites an entry a second time, since it cannot know
//! the place before: that is half of the whole time.

use std::num::NonZeroUsize;

use typst::foundations::Label;
use typst::introspection::{Introspector as _, Location, PagedPosition};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::{Destination, Document as _, Url};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// What the template puts before an entry's id to name the place where it is told.
const TOLD: &str = "told-";

/// The document with its links leading somewhere.
pub(super) fn with_links(document: &PagedDocument) -> PagedDocument {
    let pages = document.pages().iter().cloned().map(|mut page| {
        set_links(&mut page.frame, document);
        page
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

fn set_links(frame: &mut Frame, document: &PagedDocument) {
    if !has_links(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => set_links(&mut group.frame, document),
            FrameItem::Link(target, _) => {
                if let Destination::Url(url) = target
                    && let Some(place) = place_of(url, document)
                {
                    *target = place;
                }
            }
            FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Tag(_) => {}
        }
        true
    });
}

fn has_links(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Link(..) => true,
        FrameItem::Group(group) => has_links(&group.frame),
        FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Tag(_) => {
            false
        }
    })
}

/// The place of an entry, or the top of a page.
fn place_of(url: &Url, document: &PagedDocument) -> Option<Destination> {
    if let Some(location) = told(url, document) {
        return Some(Destination::Location(location));
    }
    let (_, number) = url.rsplit_once(' ')?;
    let page: NonZeroUsize = number.parse().ok()?;
    Some(Destination::Position(PagedPosition {
        page,
        point: Point::zero(),
    }))
}

fn told(id: &str, document: &PagedDocument) -> Option<Location> {
    let label = Label::new(PicoStr::intern(&format!("{TOLD}{id}")))?;
    let target = document.introspector().query_label(label).ok()?;
    target.location()
}
