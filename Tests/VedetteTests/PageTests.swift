import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Validation
import Vedette
import Warnings

/// What the page must keep, whatever a scenario says.
@Suite struct PageTests {
  private func page(
    _ replaced: [String: String] = [:], draws: Int = 64, order: BriefingPage.Order = .warning
  ) async throws -> (page: BriefingPage, results: Results) {
    let island = try island(replaced)
    let results = try await island.results(.draws(draws), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"), order: order)
    return (page, results)
  }

  /// Text between tags, without them.
  private func plain(_ html: some StringProtocol) -> String {
    String(html).replacing(#/<[^>]*>/#, with: " ")
  }

  /// From every number to its sources: a row, sentence or picture with a figure has a note; the note
  /// names sources that are there, and counts what has none.
  @Test func everyNumberLeadsToItsSources() async throws {
    let html = try await page().page.html
    let holders = html.matches(of: #/<(tr|li)[ >].*?<\/\1>/#).map { $0.output.0 }
      .filter { $0.contains(" id=\"tactical/") && !$0.contains("rests-on-") }
    #expect(holders.count >= 10)
    for holder in holders {
      #expect(holder.contains("href=\"#n"), "no note: \(plain(holder).prefix(120))")
    }
    let notes = html.matches(of: #/<li id="n\d+">(.*?)<\/li>/#).map { $0.output.1 }
    #expect(!notes.isEmpty)
    for note in notes {
      #expect(note.contains("href=\"#s") || note.contains("on no source"))
    }
    let targets = Set(html.matches(of: #/ id="([^"]+)"/#).map { $0.output.1 })
    for link in html.matches(of: #/href="#([^"]+)"/#) {
      #expect(targets.contains(link.output.1), "a link to nothing: \(link.output.1)")
    }
  }

  /// Likelihood and analytic confidence never share a sentence; no adjective stands for a number.
  @Test func wordsKeepApartWhatMustBe() async throws {
    let html = try await page().page.html
    let body = try #require(html.firstMatch(of: #/<main>(.*)<\/main>/#.dotMatchesNewlines())).output
      .1
    let items = body.matches(of: #/<li>(.*?)<\/li>/#).map { plain($0.output.1) }
    let odds = ["likely", "unlikely", "no chance", "even chance", "in a hundred"]
    for item in items where item.contains("confidence") {
      #expect(!odds.contains(where: item.contains), "\(item)")
    }
    #expect(items.contains { $0.contains("Analytic confidence") })
    let text = plain(body).lowercased()
    for word in [
      "significant", "dramatic", "severe", "massive", "substantial", "considerabl", "alarming",
      "unprecedented", "drastic", "huge", "sharply", "robust", "clearly", "obviously",
    ] {
      #expect(!text.contains(word), "the page says '\(word)'")
    }
  }

  /// A posture has one colour, in keys and in plots.
  @Test func aPostureHasOneColour() async throws {
    let (page, _) = try await page()
    let styles = page.html.matches(of: #/\.p(\d)\{--c:(#[0-9a-f]{6})\}/#)
      .map { ($0.output.1, $0.output.2) }
    let colours = Dictionary(styles, uniquingKeysWith: { a, _ in a })
    let dots = try #require(page.svg("dots-quasi-ballistic"))
    let rows = dots.matches(
      of:
        #/class="side"[^>]*>(\w+)<\/text><path class="base"[^>]*><path class="dots" stroke="(#[0-9a-f]{6})"/#
    )
    #expect(rows.count >= 2)
    let order = ["calm", "tense", "blind"]
    for row in rows {
      let index = try #require(order.firstIndex(of: String(row.output.1)))
      #expect(colours["\(index)"] == row.output.2)
    }
  }

  /// Twenty dots a row, silent ones among them.
  @Test func thePlotHasTwentyDotsOfEqualShare() async throws {
    let dots = try #require(try await page().page.svg("dots-quasi-ballistic"))
    let rows = dots.matches(of: #/class="dots"[^>]* d="([^"]*)"/#)
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.output.1.count { $0 == "M" } == 20) }
  }

  /// Places stand in the order that was asked for.
  @Test func placesStandInTheirOrder() async throws {
    for (order, first) in [(BriefingPage.Order.population, "Port"), (.name, "Mill")] {
      let html = try await page(draws: 4, order: order).page.html
      let sheet = try #require(html.range(of: "aria-labelledby=\"countries-h\""))
      let rows = html[sheet.upperBound...].matches(
        of: #/<th scope="row">(?:<a [^>]*>)?(Port|Mill)</#
      ).map { $0.output.1 }
      #expect(rows.first.map(String.init) == first)
    }
  }

  /// A quote with a joiner after it is one character of another kind, and still a quote to a browser.
  @Test func joinersHideNoQuotes() async throws {
    let sources = Island.sources.replacing(
      "2029-05-01,,", with: "2029-05-01,http://e.org/\"\u{200D} onmouseover=x y=,")
    let html = try await page(["sources.csv": sources], draws: 4).page.html
    #expect(html.range(of: "http://e.org/&quot;\u{200D} onmouseover", options: .literal) != nil)
    for scalar in ["\"\u{200D}", "'\u{0301}", "<\u{0338}"] {
      let text = Island.scenario.replacing("title: An island", with: "title: a\(scalar)b")
      let page = try await page(["scenario.yaml": text], draws: 4).page.html
      let escaped = ["\"": "&quot;", "'": "&#39;", "<": "&lt;"][
        String(scalar.unicodeScalars.first!)]!
      #expect(page.range(of: "<h1>a\(escaped)", options: .literal) != nil)
    }
  }

  /// Regions of half the world, around a pole and of one degree are drawn.
  @Test(arguments: [
    "{south: -80, west: -100, north: 80, east: 100}",
    "{south: -90, west: -140, north: 90, east: 140}",
    "{south: 80, west: -170, north: 90, east: 170}",
    "{south: 42, west: 12, north: 42.5, east: 12.5}",
    "{south: 20, west: 12, north: 60, east: 13}",
  ])
  func anyRegionIsDrawn(_ region: String) async throws {
    let text = Island.scenario.replacing("{south: 40, west: 10, north: 44, east: 16}", with: region)
    let page = try await page(["scenario.yaml": text], draws: 4).page
    #expect(page.svg("map-change")!.contains("id=\"base\""))
  }

  /// Ids of regions and of what rests on nothing are ours.
  @Test func idsOfOursAreRefused() {
    func refused(_ files: [String: String]) -> [String] {
      do {
        _ = try Scenario(id: "island", files: Island.files(files))
        return []
      } catch {
        return error.diagnostics.map(\.description)
      }
    }
    for id in ["region", "country-is", "district-of-port"] {
      let places = Island.places.replacing("mill,Mill", with: "\(id),Mill")
      #expect(refused(["places.csv": places]).contains { $0.contains("'\(id)' is an id of ours") })
    }
    let sources = Island.sources + "chance,Chance,,,,C,3,,\n"
    #expect(refused(["sources.csv": sources]).contains { $0.contains("are ids of ours") })
    let focus = Island.scenario.replacing(
      "alliance:", with: "focus: [port, portt, port]\nalliance:")
    #expect(refused(["scenario.yaml": focus]).contains { $0.contains("did you mean 'port'?") })
    #expect(refused(["scenario.yaml": focus]).contains { $0.contains("'port' stands twice") })
    let outlines = "country,ring,latitude,longitude\nIS,0,41,11\nIS,0,41,13\n"
    #expect(
      refused(["outlines.csv": outlines]).contains {
        $0.contains("ring 0 of IS has 2 corners, expected 3 or more")
      })
  }

  /// Parts whose names read alike as ids keep ids of their own.
  @Test func partsKeepTheirIds() throws {
    let names = ["a-3", "a", "A", "part 2", "—", "№"]
    let edits = names.map { "      - {on: north-radar, part: \"\($0)\"}" }
    let text = Island.scenario.replacing(
      "      - {move: far-brigade, to: spit}", with: edits.joined(separator: "\n"))
    let change = try #require(
      try island(["scenario.yaml": text]).scenario.theatre.change(from: "calm", to: "tense"))
    #expect(change.parts.starts(with: names))
    #expect(Set(change.slugs).count == change.parts.count)
  }

  /// What leaves reach is told, and what no number would do is not said to be any.
  @Test func whatLeavesReachIsTold() async throws {
    let text = Island.scenario.replacing(
      "from: calm\n    edits: [{off: north-radar}, {add: drones}]",
      with: "from: calm\n    edits: [{remove: far-brigade}, {add: drones}]")
    #expect(text != Island.scenario)
    let html = try await page(["scenario.yaml": text], draws: 16).page.html
    let list = try #require(
      html.firstMatch(of: #/<h3>Every comparison.*?<\/ol>/#.dotMatchesNewlines()))
    #expect(
      plain(list.output).contains("2 go out of reach")
        || plain(list.output).contains("all go out of reach"))
  }

  /// The title of a scenario cannot break out of the style sheet's running head.
  @Test func theRunningHeadIsText() async throws {
    let text = Island.scenario.replacing(
      "title: An island", with: #"title: "a\"} body{display:none} </style><b>""#)
    let html = try await page(["scenario.yaml": text], draws: 4).page.html
    let style = try #require(html.firstMatch(of: #/<style>(.*?)<\/style>/#.dotMatchesNewlines()))
      .output.1
    #expect(style.contains("content:\"a} body{display:none} /style"))
    #expect(html.contains("</style></head><body>"))
  }

  /// The pictures of a land that needs no data, as SVG text, reviewed. VEDETTE_RECORD=1 rewrites it.
  @Test func goldenPictures() async throws {
    let meridia = analysis(
      try Scenario(path: repository.appendingPathComponent("Scenarios/meridia").path))
    let results = try await meridia.results(.draws(64), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: meridia.scenario.theatre,
      classes: meridia.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    #expect(
      page.pictures.map(\.picture.id).sorted() == [
        "disagreements", "dots-quasi-ballistic", "map-after", "map-before", "map-change",
        "map-harrow", "map-lantern", "map-quay", "minutes-harrow", "minutes-lantern",
        "minutes-quay", "parts",
      ])
    for picture in page.pictures.map(\.picture) {
      let (id, svg) = (picture.id, picture.svg)
      let file = repository.appendingPathComponent("Tests/VedetteTests/Golden/meridia-\(id).svg")
      let text = svg.replacing("><", with: ">\n<") + "\n"
      if ProcessInfo.processInfo.environment["VEDETTE_RECORD"] == "1" {
        try Files.write(text, to: file)
      }
      #expect(String(decoding: try Files.read(file), as: UTF8.self) == text, "\(id) has changed")
    }
  }
}

extension BriefingPage {
  /// A picture of the page as it stands on it.
  func svg(_ id: String) -> String? { pictures.first { $0.picture.id == id }?.picture.svg }
}

/// Labels, marks and symbols of a map, read back from its SVG.
@Suite struct MapTests {
  private struct Rectangle {
    let words: String
    let x, y, width, height: Double

    func overlaps(_ other: Rectangle) -> Bool {
      // coordinates are written to a tenth of a pixel
      x + 0.2 < other.x + other.width && other.x + 0.2 < x + width
        && y + 0.2 < other.y + other.height && other.y + 0.2 < y + height
    }
  }

  private static let sizes = [
    "name told": 11.0, "name": 10, "system": 10, "country": 10, "town rank1": 10.5,
    "town rank2": 9, "town rank3": 8,
  ]

  private func labels(_ svg: String) -> [Rectangle] {
    let labels = svg.matches(
      of:
        #/<text class="([^"]+)" x="([-0-9.]+)" y="([-0-9.]+)" textLength="([0-9.]+)"[^>]*>([^<]*)</#
    )
    return labels.map { label in
      let (_, style, x, y, width, words) = label.output
      let size = MapTests.sizes[String(style)]!
      return Rectangle(
        words: String(words), x: Double(x)!, y: Double(y)! - 0.91 * size, width: Double(width)!,
        height: 1.16 * size)
    }
  }

  private func discs(_ svg: String) -> [Rectangle] {
    svg.matches(
      of: #/<circle class="mark[^"]*" cx="([-0-9.]+)" cy="([-0-9.]+)" r="([0-9.]+)"/#
    ).map {
      let (x, y, r) = (Double($0.output.1)!, Double($0.output.2)!, Double($0.output.3)!)
      return Rectangle(words: "a mark", x: x - r, y: y - r, width: 2 * r, height: 2 * r)
    }
  }

  private func apart(_ svg: String, least: Int) {
    let labels = labels(svg)
    #expect(labels.count >= least)
    for (i, label) in labels.enumerated() {
      for other in labels[(i + 1)...] + discs(svg) {
        #expect(!label.overlaps(other), "\(label.words) lies on \(other.words)")
      }
    }
  }

  /// Eighty places on a small island: what finds no room is left out, what stands lies on nothing.
  @Test func labelsLieOnNothing() async throws {
    let extra = (0..<80).map { i in
      "town-\(i),Town number \(i),IS,District \(i % 9),\(41.2 + Double(i % 9) * 0.2),"
        + "\(11.2 + Double(i / 9) * 0.25),\(1_000 + 37 * i),urban,gazette"
    }
    let island = try island([
      "places.csv": Island.places.trimmingCharacters(in: .newlines) + "\n"
        + extra.joined(separator: "\n") + "\n"
    ])
    let results = try await island.results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    for id in ["map-change", "map-before", "map-after"] {
      apart(try #require(page.svg(id)), least: 30)
    }
  }

  /// Symbols of one town are moved apart, each with a line to it.
  @Test func symbolsOfOneTownStandApart() async throws {
    let more = (0..<6).map {
      "drones-\($0),Drones \($0),FO,\($0 % 2 == 0 ? "arrow" : "kite"),mainland,20 km"
    }
    let text = Island.scenario.replacing(
      "present: [north-radar, far-brigade]",
      with:
        "present: [north-radar, far-brigade, \((0..<6).map { "drones-\($0)" }.joined(separator: ", "))]"
    )
    let island = try island([
      "scenario.yaml": text,
      "formations.csv": Island.formations.trimmingCharacters(in: .newlines) + "\n"
        + more.joined(separator: "\n") + "\n",
    ])
    let results = try await island.results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    let svg = try #require(page.svg("map-before"))
    let uses = svg.matches(
      of: #/<use href="#s\d{20}" transform="translate\(([-0-9.]+) ([-0-9.]+)\)scale\(([0-9.]+)\)"/#
    ).map { (Double($0.output.1)!, Double($0.output.2)!, Double($0.output.3)!) }
    // one arrow, one kite and a radar: formations of one kind at one town share a symbol
    #expect(uses.count == 3)
    for (i, a) in uses.enumerated() {
      for b in uses[(i + 1)...] {
        let apart = max(abs(a.0 - b.0), abs(a.1 - b.1))
        // a friendly unit's frame is 150 units high at least 100
        #expect(apart > 100 * min(a.2, b.2))
      }
    }
    #expect(svg.contains("class=\"leader\""))
  }

  /// A scenario's own outlines are drawn, named and claimed by nobody else.
  @Test func aScenarioDrawsItsOwnLand() async throws {
    let island = try island([
      "outlines.csv": """
      country,name,ring,latitude,longitude
      IS,Sea Holm,0,41,11
      IS,,0,41,13
      IS,,0,43.5,13
      IS,,0,43.5,11

      """
    ])
    let results = try await island.results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    #expect(page.svg("map-change")!.contains("SEA HOLM"))
    #expect(page.svg("map-change")!.contains("class=\"ally\""))
    #expect(page.html.contains("The outline of Sea Holm is the scenario's own."))
  }
}
