/// A section of the page, as a value: the page and its menu are made of one list of them.
public struct PageSection: Sendable {
  /// Its anchor.
  public let id: String
  public let heading: String
  /// What stands under the heading; nil where the findings have nothing for it.
  let body: @Sendable (inout PageWriter) -> Markup?

  public init(
    _ id: String, _ heading: String, body: @escaping @Sendable (inout PageWriter) -> Markup?
  ) {
    (self.id, self.heading, self.body) = (id, heading, body)
  }

  /// A section whose body is markup of ours; an empty one is left out.
  init(
    html id: String, _ heading: String, _ body: @escaping @Sendable (inout PageWriter) -> String
  ) {
    self.init(id, heading) { page in
      let html = body(&page)
      return html.isEmpty ? nil : Markup(html: html)
    }
  }

  /// The sections of a briefing, in order. Notes and attributions come last: they tell what the others used.
  public static let briefing: [PageSection] = [
    PageSection(html: "summary", "The answer") { $0.summary() },
    PageSection(html: "map", "Where it changes") { $0.mapOfChange() },
    PageSection(html: "places", "Place by place") { $0.placeSheets() },
    PageSection(html: "countries", "Country by country") { $0.countrySheets() },
    PageSection(html: "statements", "What was said, statement by statement") { $0.statements() },
    PageSection(html: "trials", "Claims on trial") { $0.trials() },
    PageSection(html: "compared", "What is compared") { $0.comparedPostures() },
    PageSection(html: "change", "What changed, and what it costs") { $0.change() },
    PageSection(html: "maps", "Before and after on the map") { $0.places() },
    PageSection(html: "low", "Low and slow: the least that a low approach leaves") {
      $0.lowApproaches()
    },
    PageSection(html: "air", "The air: what air defence of the other side could engage") {
      $0.airspace()
    },
    PageSection(html: "strategic", "Days and weeks: what could have been known, and when") {
      $0.strategic()
    },
    PageSection(html: "operational", "Hours and days: forces on road and rail") {
      $0.operational()
    },
    PageSection(html: "rungs", "Further rungs") { $0.furtherRungs() },
    PageSection(html: "distributions", "Appendix: warnings in seconds") { $0.distributions() },
    PageSection(html: "foundations", "What it rests on") { $0.foundations() },
    PageSection(html: "notes", "Notes") { $0.notes() },
    PageSection(html: "method", "Method and limits") { $0.method() },
    PageSection(html: "equations", "Appendix: the equations") { $0.equations() },
    PageSection(html: "attributions", "Data and borders") { $0.attributions() },
  ]
}
