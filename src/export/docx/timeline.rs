//! A timeline as a drawing of Word: shapes in a group, which is described as one. Without the letters around it, the table after it
//! says the same.

use super::runs::line;
use super::xml::escaped;
use drive_screening_document::block::{Lane, Line, Timeline};
use std::fmt::Write;

/// Lengths here are in the unit of drawings, 12,700 to a point. The width of the text area:
const WIDTH: usize = 6_120_000;
/// The width of the labels.
const LABELS: usize = 1_680_000;
/// The heights of a line of names, of a lane, of each further line of its label, and of a box in a month.
const NAMES: usize = 160_000;
const LANE: usize = 204_000;
const LINE: usize = 140_000;
const BOX: usize = 134_000;
/// How thick lines are, and the one of the day.
const THIN: usize = 7_600;
const THICK: usize = 15_200;
/// The width of a letter, in a font that takes much room: who opens the file may have another.
const LETTER: usize = 66_000;
/// What is free between labels and the axis.
const GAP: usize = 120_000;

const INK: &str = "17212B";
const HAIR: &str = "C9C6C0";
const AHEAD: &str = "EAF3F4";
/// The colour of letters along the axis.
const SECOND: &str = "<w:color w:val=\"4A5763\"/>";

/// Where a shape is: its left and top, its width and height.
type Bounds = (usize, usize, usize, usize);

/// Draws a timeline, as a run of a paragraph.
pub(super) fn write(out: &mut String, timeline: &Timeline) {
    let mut group = Group { shapes: String::new(), count: 1 };
    let lanes: usize = timeline.lanes.iter().map(lane_height).sum();
    let (before, after) = (NAMES, NAMES + lanes);
    let day = at(timeline.months[0], timeline.columns());
    group.fill((day, before, WIDTH - day, lanes), AHEAD);
    for name in &timeline.names {
        let x = at(name.at, 1000);
        group.fill((x, before, THIN, lanes), HAIR);
        group.text((x, after, (WIDTH / 4).min(WIDTH - x), NAMES), Text::Name, &name.name);
    }
    group.text((LABELS, 0, day - LABELS - 40_000, NAMES), Text::Day, &timeline.day);
    let mut y = before;
    for lane in &timeline.lanes {
        let height = lane_height(lane);
        group.fill((0, y + height - THIN / 2, WIDTH, THIN), HAIR);
        group.text((0, y, LABELS - GAP, height), Text::Label, &lane.label);
        for (month, count) in &lane.months {
            let (left, right) = (at(*month, timeline.columns()), at(month + 1, timeline.columns()));
            let place = (left + THIN / 2, y + (height - BOX) / 2, right - left - THIN, BOX);
            if *count > 1 {
                group.text(place, Text::Count, &Line::words(count.to_string()));
            } else {
                group.fill(place, INK);
            }
        }
        y += height;
    }
    group.fill((day - THICK / 2, 0, THICK, after), INK);
    open(out, after + NAMES, &timeline.alt);
    out.push_str(&group.shapes);
    out.push_str("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>");
}

/// A place on the axis, of so many parts.
fn at(part: usize, parts: usize) -> usize {
    LABELS + (WIDTH - LABELS) * part / parts.max(1)
}

/// As high as the label, which is in each language on a line of its own or several.
fn lane_height(lane: &Lane) -> usize {
    let (first, other) = lane.label.both();
    let lines = |line: &Line| (line.text().chars().count() * LETTER).div_ceil(LABELS - GAP).max(1);
    let lines = lines(&first) + other.map_or(0, |(_, other)| lines(&other));
    LANE + (lines - 1) * LINE
}

/// The start of a drawing of the whole width, up to its shapes.
fn open(out: &mut String, height: usize, alt: &Line) {
    // Read aloud by its description, as a picture is.
    let _ = write!(
        out,
        "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
         xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">\
         <mc:Choice Requires=\"wpg\"><w:drawing>\
         <wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{WIDTH}\" cy=\"{height}\"/>\
         <wp:docPr id=\"1\" name=\"Timeline\" descr=\"{}\"/><wp:cNvGraphicFramePr/>\
         <a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">\
         <a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">\
         <wpg:wgp xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wpg:cNvGrpSpPr/>\
         <wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{WIDTH}\" cy=\"{height}\"/><a:chOff x=\"0\" y=\"0\"/>\
         <a:chExt cx=\"{WIDTH}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>",
        escaped(&alt.text()),
    );
}

/// What a text of the drawing is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Label,
    Name,
    Day,
    Count,
}

struct Group {
    shapes: String,
    /// Shapes are counted through, the group before them.
    count: usize,
}

impl Group {
    /// A filled box.
    fn fill(&mut self, place: Bounds, color: &str) {
        self.start(place, Some(color));
        self.shapes.push_str("<wps:bodyPr/></wps:wsp>");
    }

    /// A box with a text in it.
    fn text(&mut self, place: Bounds, text: Text, says: &Line) {
        self.start(place, (text == Text::Count).then_some(INK));
        let size =
            |half_points: usize| format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
        let (side, wrap, letters) = match text {
            Text::Label => ("left", "square", size(17)),
            Text::Name => ("left", "square", SECOND.to_owned() + &size(17)),
            Text::Day => ("right", "square", SECOND.to_owned() + &size(17)),
            // A number stays whole, and the smaller the longer it is.
            Text::Count => {
                let size = size(match says.text().len() {
                    1 => 14,
                    2 => 12,
                    _ => 9,
                });
                ("center", "none", ["<w:b/><w:bCs/><w:color w:val=\"FFFFFF\"/>", &size].concat())
            }
        };
        let letters = &*letters;
        let _ = write!(
            self.shapes,
            "<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
             <w:jc w:val=\"{side}\"/></w:pPr>",
        );
        // A label in two languages has a line for each.
        match says.both() {
            (first, Some((_, _))) if text == Text::Label && !first.0.is_empty() => {
                line(&mut self.shapes, letters, &first);
                self.shapes.push_str("<w:r><w:br/></w:r>");
                let other = Line(says.0.last().cloned().into_iter().collect());
                line(&mut self.shapes, letters, &other);
            }
            _ => line(&mut self.shapes, letters, says),
        }
        let _ = write!(
            self.shapes,
            "</w:p></w:txbxContent></wps:txbx>\
             <wps:bodyPr wrap=\"{wrap}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"><a:noAutofit/></wps:bodyPr></wps:wsp>",
        );
    }

    /// A shape up to its text.
    fn start(&mut self, (x, y, width, height): Bounds, color: Option<&str>) {
        self.count += 1;
        let fill = match color {
            Some(color) => format!("<a:solidFill><a:srgbClr val=\"{color}\"/></a:solidFill>"),
            None => "<a:noFill/>".to_owned(),
        };
        let _ = write!(
            self.shapes,
            "<wps:wsp><wps:cNvPr id=\"{0}\" name=\"Timeline {0}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{fill}\
             <a:ln><a:noFill/></a:ln></wps:spPr>",
            self.count,
        );
    }
}
