//! A timeline as HTML: lines of a grid, each with a drawing that is as wide as there is room. What is drawn is described in words
//! for people who do not see it, and stands in the table after it.

use super::html_text::{escape, line};
use crate::block::{Lane, Timeline};
use std::fmt::Write;

/// Draws a timeline.
pub(super) fn write_timeline(out: &mut String, timeline: &Timeline) {
    out.push_str("<div class=\"ds-doc__timeline\" role=\"img\" aria-label=\"");
    escape(out, &timeline.alt.text());
    out.push_str("\">\n");
    let day = 1000 * timeline.months[0] / timeline.columns().max(1);
    // The day is named on the side of what lies before it.
    out.push_str("<div><span></span>");
    open(out);
    let _ = write!(out, "<text x=\"{}\" y=\"50%\" text-anchor=\"end\">", percent(day));
    escape(out, &timeline.day.text());
    out.push_str("\u{a0}</text>");
    day_line(out, day);
    out.push_str("</svg></div>\n");
    for lane in &timeline.lanes {
        write_lane(out, timeline, lane, day);
    }
    out.push_str("<div><span></span>");
    open(out);
    for name in &timeline.names {
        let text = name.name.text();
        // On a phone there is room for the years alone.
        let class = if text.parse::<u32>().is_ok() { "" } else { " class=\"ds-doc__between\"" };
        let _ = write!(out, "<text{class} x=\"{}\" y=\"50%\">", percent(name.at));
        escape(out, &text);
        out.push_str("</text>");
    }
    out.push_str("</svg></div>\n</div>\n");
}

fn write_lane(out: &mut String, timeline: &Timeline, lane: &Lane, day: usize) {
    line(out, "<div><span>", &lane.label, "</span>");
    open(out);
    let _ = write!(
        out,
        "<rect class=\"ds-doc__ahead\" x=\"{}\" width=\"{}\" height=\"100%\"></rect>",
        percent(day),
        percent(1000 - day)
    );
    for name in &timeline.names {
        let x = percent(name.at);
        let _ = write!(out, "<line x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"100%\"></line>");
    }
    day_line(out, day);
    let columns = timeline.columns().max(1);
    for (month, count) in &lane.months {
        let left = 1000 * month / columns;
        let width = 1000 / columns;
        // A little free beside it, so that neighbours stay two.
        let _ = write!(
            out,
            "<rect x=\"{}\" y=\"12%\" width=\"{}\" height=\"76%\"></rect>",
            percent(left + 2),
            percent(width - 2)
        );
        if *count > 1 {
            let middle = percent(left + 1 + width / 2);
            let _ = write!(out, "<text x=\"{middle}\" y=\"50%\" text-anchor=\"middle\">{count}</text>");
        }
    }
    out.push_str("</svg></div>\n");
}

fn open(out: &mut String) {
    out.push_str("<svg aria-hidden=\"true\" focusable=\"false\">");
}

fn day_line(out: &mut String, at: usize) {
    let x = percent(at);
    let _ = write!(out, "<line class=\"ds-doc__day\" x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"100%\"></line>");
}

fn percent(thousandths: usize) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
