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
    PageSection(html: "summary", "In four minutes") { $0.summary() },
    PageSection(html: "change", "What changed, and what it costs") { $0.change() },
    PageSection(html: "outcomes", "Of 100 attacks, of 100 people") { $0.outcomes() },
    PageSection(html: "places", "Before and after on the map") { $0.places() },
    PageSection(html: "low", "Low and slow: the least that a low approach leaves") {
      $0.lowApproaches()
    },
    PageSection(html: "distributions", "Before and after in numbers") { $0.distributions() },
    PageSection(html: "strategic", "Days and weeks: what could have been known, and when") {
      $0.strategic()
    },
    PageSection(html: "trials", "Claims on trial") { $0.trials() },
    PageSection(html: "ladders", "Every place") { $0.ladders() },
    PageSection(html: "moments", "The ladder of every place") { $0.moments() },
    PageSection(html: "burdens", "Notice, alarms, chances to intercept") { $0.burdens() },
    PageSection(html: "rungs", "Further rungs") { $0.furtherRungs() },
    PageSection(html: "statements", "Statement by statement") { $0.statements() },
    PageSection(html: "foundations", "What it rests on") { $0.foundations() },
    PageSection(html: "notes", "Notes") { $0.notes() },
    PageSection(html: "method", "Method and limits") { $0.method() },
    PageSection(html: "equations", "Appendix: the equations") { $0.equations() },
    PageSection(html: "attributions", "Data and borders") { $0.attributions() },
  ]
}
