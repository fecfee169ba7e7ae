internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// How much of the air the other side's air defence could engage, beside the circle that is published.
extension PageWriter {
  mutating func airspace() -> String {
    let countries = airspaceCountries
    guard !countries.isEmpty else { return "" }
    return airspaceIntroduction(countries) + airspaceTable(countries)
  }

  /// Countries of which some posture's circles hold a part, most of it first.
  private var airspaceCountries: [FigureSubject] {
    let known = results.figures.compactMap { figure -> (subject: FigureSubject, area: Double)? in
      guard figure.id.quantity == AirspaceFigures.engaged.of(AirspaceFigures.circle),
        case .country = figure.id.subject, figure.id.statistic == .median, figure.id.threat == nil,
        figure.id.setting == .posture(compared.last!), let area = figure.estimate.value, area > 0
      else { return nil }
      return (figure.id.subject, area)
    }
    return known.sorted { ($0.area, $1.subject.word) > ($1.area, $0.subject.word) }.map(\.subject)
  }

  private func airspaceFigure(
    _ subject: FigureSubject, _ posture: String, _ level: String,
    _ quantity: FigureQuantity = AirspaceFigures.engaged, of system: String? = nil,
    _ statistic: Statistic = .median
  ) -> Figure? {
    ladder.figure(subject, quantity.of(level), system, posture, statistic)
  }

  private mutating func airspaceIntroduction(_ countries: [FigureSubject]) -> String {
    let method =
      "<p>Where batteries of the other side could engage an aircraft, by its height above the ground: within their published reach, and above the horizon of their own radar. "
      + "Nothing is said of whether they would hit. Areas are medians of the draws.</p>"
    let sentences = [airspaceChange(countries), airspaceCircle(), airspaceOfPoints()]
    return method + "<ul>"
      + sentences.compactMap(\.self).map { "<li>\($0.html(&printer))</li>" }.joined() + "</ul>"
  }

  /// What the change costs the country that loses most air at 3 km; that it costs none is said first.
  private func airspaceChange(_ countries: [FigureSubject]) -> Told? {
    guard compares else { return nil }
    let level = AirspaceFigures.levels[2]
    let changes = countries.compactMap { subject in
      ladder.change(
        subject, AirspaceFigures.engaged.of(level), nil,
        .pair(before: compared[0], after: compared[1]), .median
      ).map { (subject, $0) }
    }
    guard let most = changes.max(by: { $0.1.value < $1.1.value }) else { return nil }
    let name = countryName(most.0)
    guard (most.1.estimate.low ?? 0) > 0 else {
      return
        "No country loses air at 3 km between the postures \(judgements.named(compared[0])) and \(judgements.named(compared[1])), as far as the draws tell."
    }
    let areas = shown.compactMap { posture in
      airspaceFigure(most.0, posture, level).map { figure -> Told in
        "\(figure, Words.area) \(judgements.under(posture))\(airspaceSpread(figure))"
      }
    }
    return "\(name) loses most at 3 km. Under a battery lie \(Told.list(areas))."
  }

  /// What the circle claims and what the horizon leaves near the ground.
  private func airspaceCircle() -> Told? {
    let posture = compared.last!
    guard let low = airspaceFigure(.region, posture, AirspaceFigures.levels[0]),
      let circle = airspaceFigure(.region, posture, AirspaceFigures.circle)
    else { return nil }
    return
      "The published circles hold \(circle, Words.area) of the defended countries \(judgements.under(posture))\(airspaceSpread(circle)); of that the horizon leaves \(low, Words.area) at 100 m\(airspaceSpread(low))."
  }

  /// Eight of ten draws beside a median: published reach differs by a factor of two.
  private func airspaceSpread(_ median: Figure) -> Told {
    guard let low = ladder.figure(median.id.with(.p10)),
      let high = ladder.figure(median.id.with(.p90))
    else { return "" }
    return " (in eight of ten draws \(low, Words.area) to \(high, Words.area))"
  }

  /// Systems that reach over no country.
  private func airspaceOfPoints() -> Told? {
    let idle = theatre.systems.values.filter { system in
      airspaceFigure(.region, compared.last!, AirspaceFigures.circle, of: system.id)?.value == 0
    }.map(\.name).sorted()
    return idle.isEmpty
      ? nil : "\(Words.list(idle)): over no defended country."
  }

  private func countryName(_ subject: FigureSubject) -> String {
    guard case .country(let code) = subject else { return "All of them" }
    return BaseMap.name(of: code, in: theatre)
  }

  private mutating func airspaceTable(_ countries: [FigureSubject]) -> String {
    var rows = ""
    for subject in [.region] + countries {
      for posture in shown {
        let figures = AirspaceFigures.levels.map { airspaceFigure(subject, posture, $0) }
        rows +=
          "<tr><th scope=\"row\">\(Html.escape(countryName(subject)))</th><td>\(postureMark(posture))</td>"
        for (level, figure) in zip(AirspaceFigures.levels, figures) {
          let share = airspaceFigure(subject, posture, level, AirspaceFigures.share)
          rows +=
            (figure?.value ?? 0) > 0
            ? "<td>\(printer.span(figure, Words.area(figure)))<br><small>\(printer.span(share, Words.share(share)))</small></td>"
            : printer.cell(figure, "none")
        }
        rows += "<td>\(printer.note(figures))</td></tr>"
      }
    }
    let heads =
      ["Country", "Posture"]
      + AirspaceFigures.heights.map { Html.escape(Words.height($0)) } + [
        "Published circle", "Note",
      ]
    return Html.table(
      "Ground over which air defence of the other side could engage an aircraft, by its height above the ground, and share of the country that the region covers",
      heads, "<tbody>\(rows)</tbody>")
  }
}

extension Words {
  /// An area, never more digits than the computing error allows: `12 300 km²`.
  static func area(_ figure: Figure?) -> String {
    guard let figure, let value = figure.estimate.value else { return "–" }
    let step = max(10, decade(figure.estimate.halfWidth ?? 0))
    return "\(grouped(Int((value / step).rounded() * step))) km²"
  }

  /// Metres; kilometres from a thousand on.
  static func height(_ metres: Int) -> String {
    metres >= 1_000 ? "\(metres / 1_000) km" : "\(metres) m"
  }
}
