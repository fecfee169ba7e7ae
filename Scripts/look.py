"""Renders a briefing as a reader sees it, and checks what only a browser can tell.

usage: look.py BRIEFING.html OUT

PNG at 1280 px in light, dark and greyscale, at 200 % zoom, at 390 px and on A4; the PDF's pages; no request but
the file itself; no sideways scrolling at 200 %, 390 and 320 px; no label of a map on another; nothing to press that is
lower than 24 px; running heads.
"""

import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

PAGE, OUT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
FAULTS = []

OVERLAPS = """svg => {
  const boxes = [...svg.querySelectorAll('text.name,text.system,text.town,text.country')].map(e => {
    const r = e.getBoundingClientRect();
    return {words: e.textContent, x: r.x, y: r.y + r.height * 0.12, w: r.width, h: r.height * 0.76};
  });
  const bad = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    const x = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
    const y = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
    if (x > 1 && y > 1) bad.push(a.words + ' / ' + b.words);
  }));
  return bad;
}"""

CLIPPED = """svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width > 0 && (r.x < frame.x - 1 || r.right > frame.right + 1 || r.bottom > frame.bottom + 1);
  }).map(e => e.textContent);
}"""


def fault(words):
    FAULTS.append(words)


def sideways(page, what):
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 1:
        fault(f"{what}: the page is {wide} px wider than the window")


def accessible(page):
    bad = page.evaluate(
        """() => {
      const bad = [];
      document.querySelectorAll('svg[role=img]').forEach(s => {
        const ids = (s.getAttribute('aria-labelledby') || '').split(' ');
        if (!ids.every(i => document.getElementById(i)?.textContent)) bad.push('a picture without words');
      });
      let level = 1;
      document.querySelectorAll('h1,h2,h3').forEach(h => {
        const n = +h.tagName[1];
        if (n > level + 1) bad.push('heading skips a level: ' + h.textContent);
        level = n;
      });
      document.querySelectorAll('a[href^="#"]').forEach(a => {
        if (!document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1))))
          bad.push('a link to nothing: ' + a.getAttribute('href'));
      });
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      if (new Set(ids).size < ids.length) bad.push('an id stands twice');
      document.querySelectorAll('table').forEach(t => { if (!t.caption) bad.push('a table without caption'); });
      return [...new Set(bad)];
    }"""
    )
    FAULTS.extend(bad)


def scripted(page):
    """What the page's script adds: sorting, finding, the link of a number."""
    column = "[...document.querySelectorAll('#summary tbody')[0].rows].map(r => r.cells[0].textContent)"
    before = page.evaluate(column)
    # a table of fewer rows cannot be sorted
    if len(before) >= 4:
        page.click("#summary thead .sort >> nth=0")
        if page.evaluate(column) != sorted(before):
            fault("the first table is not sorted by its first column")
    page.click("#summary td[id*='/'] >> nth=0")
    if "/" not in page.inner_text(".copied"):
        fault("the link of a number is not told")
    name = page.query_selector(".sheet h3").text_content()
    page.fill("nav input", name)
    page.press("nav input", "Enter")
    if abs(page.evaluate("document.querySelector('.sheet').getBoundingClientRect().top")) > 5:
        fault("a place is not found")
    page.reload()


def screens(browser):
    requests = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda r: requests.append(r.url))
    page.on("console", lambda m: fault(f"console: {m.text}"))
    page.goto(PAGE.as_uri())
    if set(requests) != {PAGE.as_uri()}:
        fault(f"the page asks for {requests[1:]}")
    accessible(page)
    sideways(page, "1280 px")
    scripted(page)
    # the map that the page's switch hides is looked at as well
    page.add_style_tag(content=".hidden{display:block!important}")
    for svg in page.query_selector_all("figure > svg"):
        name = svg.get_attribute("aria-labelledby").split("-t ")[0]
        FAULTS.extend(f"{name}: labels overlap: {words}" for words in svg.evaluate(OVERLAPS))
        FAULTS.extend(f"{name}: cut off: {words}" for words in svg.evaluate(CLIPPED))
        svg.screenshot(path=OUT / f"{name}.png")
    for section in page.query_selector_all("header, section"):
        name = section.get_attribute("id") or "title"
        x, y, width, height = section.evaluate(
            "e => { const r = e.getBoundingClientRect();"
            " return [r.x + scrollX, r.y + scrollY, r.width, Math.min(r.height, 2400)]; }"
        )
        clip = {"x": x, "y": y, "width": width, "height": height}
        page.screenshot(path=OUT / f"screen-{name}.png", clip=clip, full_page=True)
    page.emulate_media(color_scheme="dark")
    page.screenshot(
        path=OUT / "dark.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 2600}
    )
    page.emulate_media(color_scheme="light")
    page.add_style_tag(content="html{filter:grayscale(1)}")
    page.screenshot(
        path=OUT / "grey.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 2600}
    )
    page.close()
    for width, what in [(640, "200 % zoom"), (390, "390 px"), (320, "320 px")]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(PAGE.as_uri())
        sideways(page, what)
        low = page.evaluate(
            "[...document.querySelectorAll('button,input,nav a')].filter(e => e.offsetParent &&"
            " e.getBoundingClientRect().height < 24).map(e => e.textContent)"
        )
        FAULTS.extend(f"{what}: lower than 24 px: {words}" for words in low[:5])
        page.screenshot(
            path=OUT / f"width-{width}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": 2600},
        )
        page.close()


def paper(browser):
    page = browser.new_page()
    page.goto(PAGE.as_uri())
    page.pdf(path=OUT / "briefing.pdf", prefer_css_page_size=True)
    title = page.title()
    sheet = page.query_selector(".sheet h3").text_content()
    page.close()
    subprocess.run(["pdftoppm", "-r", "70", "-png", OUT / "briefing.pdf", OUT / "a4"], check=True)
    text = subprocess.run(
        ["pdftotext", "-layout", OUT / "briefing.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")[:-1]
    starts = [i + 1 for i, words in enumerate(pages) if sheet in [line.strip() for line in words.splitlines()[:8]]]
    if not starts or starts[0] > 3:
        fault(f"the answer does not end on page 2: the first sheet starts on {starts[:3]}")
    if len(pages) > 40:
        fault(f"{len(pages)} pages, expected 40 at most")
    heads = [i + 1 for i, words in enumerate(pages) if title[:20] not in words.strip()[:200]]
    if heads:
        fault(f"pages without a running head: {heads[:10]}")
    return len(pages)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        screens(browser)
        pages = paper(browser)
        version = browser.version
        browser.close()
    size = PAGE.stat().st_size
    if size >= 1_500_000:
        fault(f"{size} bytes, expected under 1.5 MB")
    print(f"Chromium {version}: {size} bytes, {pages} pages of A4, pictures in {OUT}")
    for words in FAULTS:
        print(f"fault: {words}")
    sys.exit(1 if FAULTS else 0)


main()
