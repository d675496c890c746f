//! The ways out of a page, as `src/web/js/self_test.js` names them.

use drive_screening_core::base::words::{Language, Phrase};

macro_rules! words {
    ($($way:ident: $en:literal, $cy:literal;)*) => {
        /// Each with what people call it.
        pub const WAYS: &[(&str, Phrase)] = &[$((stringify!($way), Phrase::of($en, $cy))),*];
    };
}

words! {
    fetch: "request of a script (fetch)", "cais gan sgript (fetch)";
    xhr: "request of a script (XMLHttpRequest)", "cais gan sgript (XMLHttpRequest)";
    beacon: "beacon", "ffagl (beacon)";
    ping: "ping of a link", "ping dolen";
    fetch_later: "request left for later (fetchLater)", "cais a adewir at wedyn (fetchLater)";
    socket: "WebSocket", "WebSocket";
    socket_stream: "WebSocketStream", "WebSocketStream";
    transport: "WebTransport", "WebTransport";
    events: "event stream (EventSource)", "ffrwd digwyddiadau (EventSource)";
    image: "image", "delwedd";
    drawing: "image in a drawing (SVG)", "delwedd mewn llun (SVG)";
    background: "background image", "delwedd gefndir";
    style: "style sheet", "dalen arddull";
    style_import: "style sheet in the page, with an import", "dalen arddull yn y dudalen, gyda mewnforiad";
    constructed_style: "image of a style sheet made by a script", "delwedd dalen arddull a wnaed gan sgript";
    font: "font", "ffont";
    script: "script", "sgript";
    module: "module of a script (import)", "modiwl sgript (import)";
    speculation: "speculation rules", "rheolau dyfalu (speculation rules)";
    audio: "audio", "sain";
    video: "video", "fideo";
    poster: "picture of a video", "llun fideo";
    track: "captions of a video", "capsiynau fideo";
    frame: "frame", "ffrâm";
    object: "object", "gwrthrych (object)";
    embed: "embedded content", "cynnwys wedi'i fewnosod (embed)";
    form: "form", "ffurflen";
    prefetch: "prefetch", "rhag-nôl (prefetch)";
    preload: "preload", "rhaglwytho (preload)";
    modulepreload: "preload of a module", "rhaglwytho modiwl";
    manifest: "manifest", "maniffest";
    preconnect: "connection made ahead (preconnect)", "cysylltu ymlaen llaw (preconnect)";
    dns_prefetch: "name looked up ahead (DNS)", "chwilio am enw ymlaen llaw (DNS)";
    worker: "worker", "gweithiwr (worker)";
    worker_module: "worker of modules", "gweithiwr modiwlau";
    worker_fetch: "request of a worker made in the page", "cais gan weithiwr a wnaed yn y dudalen";
    worker_import: "script of a worker made in the page", "sgript gweithiwr a wnaed yn y dudalen";
    shared_worker: "shared worker", "gweithiwr a rennir";
    service_worker: "service worker", "gweithiwr gwasanaeth";
    worklet: "worklet for sound", "worklet sain";
    webrtc: "direct connection between browsers (WebRTC)", "cysylltiad uniongyrchol rhwng porwyr (WebRTC)";
    window_open: "opening a window", "agor ffenestr";
    post_message: "message to a window", "neges i ffenestr";
    navigation: "sending a window to an address", "anfon ffenestr i gyfeiriad";
}

/// What people call a way; its own name where this list has none.
pub(super) fn name(way: &str, language: Language) -> String {
    let known = WAYS.iter().find(|(id, _)| *id == way);
    known.map_or_else(|| way.to_owned(), |(_, name)| name.say(language).to_owned())
}
