internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What low approaches leave: the bound, its two ends, with and without a net that is not public.
extension PageWriter {
  /// Both ends of a variant, with public sensors only and with a notional net besides.
  private static let nets: [(ends: [Statistic], words: String)] = [
    (Array(LowFigures.variants[..<2]), "public sensors only"),
    (Array(LowFigures.variants[2...]), "with a notional low-level net"),
  ]

  private var low: Results.LowLevel? { results.annex(Results.LowLevel.self) }

  mutating func lowApproaches() -> String {
    guard let low, let base = maps?.base else { return "" }
    let present = classes.filter { low.map(compared.last!, $0, "darkest") != nil }
    guard !present.isEmpty else { return "" }
    return lowIntroduction(low) + lowCoverage() + lowShares(present) + lowPlaces(present)
      + present.enumerated().map { lowMaps($1, low, base, isFirst: $0 == 0) }.joined()
      + lowGaps(low)
  }

  private func lowIntroduction(_ low: Results.LowLevel) -> String {
    "<p>What flies low is seen late, and flies round what sees it. This is a bound: the least time "
      + "from the first alert going out to the arrival that any way leaves, least over each "
      + "hexagon of \(Words.number(low.width)) km, in whole minutes. It is given at two ends. <em>Pessimistic</em>: only what is seen in all eight "
      + "sub-samples of the draws counts as seen, the flight is the fastest and the alert the "
      + "slowest of them, a wind from behind is added to drones. <em>Optimistic</em>: what is seen in any of them, "
      + "the slowest flight, the quickest alert. All sensors of the posture work. "
      + "A draw lies between the ends, and a median may well lie below the optimistic one: few draws see "
      + "as much. Countries that are on neither side are not flown over\(lowNeutral).</p>"
      + "<p>Only publicly known long-range radars are in the scenario; gap-fillers, mobile, passive "
      + "and airborne sensors are mostly not public: a lower bound on warning. The second pair of columns supposes a "
      + "notional net, one radar on a mast every 60 km, of which nobody says that it is there."
      + (low.isSmooth
        ? " Below 300 m the terrain is too coarse to be told: the Earth is taken as smooth, so that hills "
          + "hide more than is counted." : "")
      + "</p>"
  }

  /// Nothing where the scenario has no layer that says whose land is whose.
  private var lowNeutral: String {
    theatre.layers.contains("countries") ? "" : ", as far as their borders are known"
  }

  /// Shares of people, pessimistic end first.
  private mutating func lowShares(_ present: [String]) -> String {
    var rows = ""
    for threat in present {
      for posture in compared where low?.map(posture, threat, "darkest") != nil {
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(theatre.plural(threat)))</th>"
          + "<td>\(postureMark(posture))</td>"
        var noted: Figure?
        for (ends, _) in PageWriter.nets {
          let under = LowFigures.bounds.map { LowFigures.under.of("\($0)") }
          for quantity in [LowFigures.unalerted] + under {
            let pair = ends.map { ladder.figure(.alliance, quantity, threat, posture, $0) }
            noted = noted ?? pair[0]
            rows +=
              "<td>\(printer.span(pair[0], lowShare(pair[0])))"
              + " … \(printer.span(pair[1], lowShare(pair[1])))</td>"
          }
        }
        rows += "<td>\(printer.note(noted))</td></tr>"
      }
    }
    let heads =
      ["Class", "Posture"]
      + PageWriter.nets.flatMap { _, words in
        (["never alerted first"] + LowFigures.bounds.map { "under \($0) min" }).map {
          "\($0)<br><small>\(words)</small>"
        }
      } + ["Note"]
    return Html.table(
      "Share of the people of towns over 15 000, pessimistic end … optimistic end; those never alerted are among "
        + "those under 5, 10 and 20 minutes", heads, "<tbody>\(rows)</tbody>")
  }

  private func lowShare(_ figure: Figure?) -> String {
    figure?.estimate.value.map {
      $0 > 0.995 && $0 < 1
        ? "> 99 %" : $0 > 0 && $0 < 0.005 ? "< 1 %" : "\(Int(($0 * 100).rounded())) %"
    } ?? "–"
  }

  /// Where radars have a low target in line of sight at all.
  private mutating func lowCoverage() -> String {
    let heights = LowFigures.heights
    var rows = ""
    for posture in compared {
      for (statistic, words) in [
        (LowFigures.oneRadar, "one radar"), (LowFigures.twoRadars, "two radars"),
      ] {
        let figures = heights.map {
          ladder.figure(.alliance, LowFigures.covered.of("\($0)m"), nil, posture, statistic)
        }
        guard figures.contains(where: { $0 != nil }) else { continue }
        rows +=
          "<tr><th scope=\"row\">\(postureMark(posture))</th><td>\(words)</td>"
          + figures.map { printer.cell($0, lowShare($0)) }.joined()
          + "<td>\(printer.note(figures))</td></tr>"
      }
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "Share of the countries' area over which a target is in line of sight of the public radars, by height "
        + "above the ground; antennas and refraction in the middle of their draws, and whether its echo is strong "
        + "enough not counted",
      ["Posture", "Seen by"] + heights.map { "\(Words.number(Double($0))) m" } + ["Note"],
      "<tbody>\(rows)</tbody>")
  }

  /// Places named first: the direct flight beside the bound.
  private mutating func lowPlaces(_ present: [String]) -> String {
    let posture = compared.last!
    var rows = ""
    for place in theatre.focus {
      for threat in present {
        let bounds = PageWriter.nets.flatMap { ends, _ in
          ends.map { ladder.figure(place.subject, LowFigures.warning, threat, posture, $0) }
        }
        guard bounds.contains(where: { $0 != nil }) else { continue }
        let direct = [Statistic.p10, .median].map {
          ladder.reaches(place.subject, threat, posture)
            ? ladder.figure(place.subject, TacticalFigures.warning, threat, posture, $0) : nil
        }
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(place.name))</th>"
          + "<td>\(Html.escape(theatre.plural(threat)))</td>"
          + direct.map { printer.cell($0, Words.time($0)) }.joined()
          + bounds.map { printer.cell($0, lowMinutes($0)) }.joined()
          + "<td>\(printer.note(bounds))</td></tr>"
      }
    }
    guard !rows.isEmpty else { return "" }
    return Html.table(
      "Places named first, \(judgements.under(posture)): the straight flight of the draws, and the least of any way",
      [
        "Place", "Class", "Straight, P10", "Straight, median", "Least, pessimistic end",
        "Least, optimistic end", "With the net, pessimistic end", "With the net, optimistic end",
        "Note",
      ], "<tbody>\(rows)</tbody>")
  }

  private func lowMinutes(_ figure: Figure?) -> String {
    guard let figure, figure.draws > 0 else { return "out of reach" }
    return figure.estimate.value.map { "\(Int($0 / 60)) min" } ?? "no alert first"
  }

  /// Before, after and the change, of the pessimistic end with the net: elsewhere the bound is often no alert.
  private mutating func lowMaps(
    _ threat: String, _ low: Results.LowLevel, _ base: BaseMap, isFirst: Bool
  ) -> String {
    let variant = "darkest-with-net"
    let maps = compared.map { low.map($0, threat, variant) }
    guard let after = maps.last! else { return "" }
    let out = [Results.LowLevel.Left](repeating: .outOfReach, count: low.hexagons.count)
    let before = maps[0]?.left ?? out
    let capitals = theatre.focus.filter { place in
      low.hexagons.contains { $0.country == place.country }
    }
    let drawing = HexMap(
      frame: base.frame, hexagons: low.hexagons, places: Array(capitals.prefix(6)))
    let caption =
      "\(Html.escape(Words.capital(theatre.plural(threat)))): the pessimistic end with a notional low-level net. Hexagons of "
      + "\(Words.number(low.width)) km over \(Html.escape(lowCountries(low))). Open: out of reach."
    let parts = [
      (
        "before",
        judgements.named(compared.first!) + (maps[0] == nil ? ": none in this posture" : ""),
        before.map(LowScale.fill)
      ),
      ("after", judgements.named(compared.last!), after.left.map(LowScale.fill)),
      ("change", "change", zip(before, after.left).map { LowScale.fill($0, $1) }),
    ].filter { compares || $0.0 == "after" }.map { part, words, fills in
      let id = "low-\(threat)-\(part)"
      let picture = drawing.picture(
        id: id, title: "Least warning of \(theatre.plural(threat)), \(words)",
        text: lowText(words, part == "change" ? nil : fills), fills: fills)
      pictures.append(
        CaptionedPicture(
          picture: picture,
          legend: LowScale.legend(part == "change" ? LowScale.change : LowScale.minutes),
          caption: caption))
      return "<div><p class=\"side-title\">\(Html.escape(words))</p>\(picture.svg)</div>"
    }
    return
      "<figure id=\"low-\(threat)\" class=\"keep\"><div class=\"three\">\(parts.joined())</div><figcaption>"
      + [LowScale.minutes, LowScale.change].filter { _ in isFirst }.map {
        CaptionedPicture.list(LowScale.legend($0))
      }.joined() + caption + "</figcaption></figure>"
  }

  private func lowText(_ words: String, _ fills: [String?]?) -> String {
    guard let fills else { return "Change by hexagon in whole minutes." }
    let counts = LowScale.minutes.map { part in
      "\(part.words): \(fills.filter { $0 == part.fill }.count)"
    }
    return "\(words), hexagons by class: \(counts.joined(separator: ", "))."
  }

  private func lowCountries(_ low: Results.LowLevel) -> String {
    Words.list(
      Set(low.hexagons.map(\.country)).sorted().map { BaseMap.name(of: $0, in: theatre) })
  }

  private func lowGaps(_ low: Results.LowLevel) -> String {
    guard !low.gaps.isEmpty else { return "" }
    return "<h3>Gaps, and what kind of sensor closes them</h3><ul>"
      + low.gaps.map {
        "<li>\(Html.escape(Words.capital(theatre.plural($0.threat)))): \(Html.escape($0.words))</li>"
      }.joined() + "</ul>"
  }
}
