public import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
public import Theatre

/// Places with their ladders and sites with their status, for Google Earth and whatever else reads KML: towns alone, no tracks, no
/// reach.
///
/// Source: OGC 12-007r2, KML 2.3.
public struct KmlDocument: Sendable {
  public let text: String

  public init(_ results: Results, _ theatre: Theatre, classes: [String]) {
    let ladder = Ladder(results: results, theatre: theatre, classes: classes)
    let judgements = Judgements(ladder: ladder)
    let leading = judgements.leading(classes, theatre.headline)
    let after = theatre.headline.after.value
    let places = theatre.places.map { place in
      let figure = ladder.figure(
        place.subject, TacticalFigures.warning, leading, after, .inTime)
      let reached = ladder.reaches(place.subject, leading, after)
      return KmlDocument.placemark(
        place.name, at: place.position,
        style: reached ? KmlDocument.style(figure?.estimate.value) : "unreached",
        WarnText(ladder, of: place).answer + KmlDocument.moments(ladder, place, judgements))
    }
    let sites = theatre.sites.values.sorted { $0.id < $1.id }
    func folder(_ name: String, _ own: [Theatre.Site]) -> String {
      KmlDocument.folder(
        name,
        own.map { site in
          KmlDocument.placemark(
            site.name, at: site.position, style: "site", KmlDocument.words(site, theatre))
        })
    }
    let named = judgements.named(after)
    text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>"
      + "<name>\(Html.escape(theatre.title))</name><description>"
      + Html.escape(
        "Places are coloured by attacks of 100 by \(theatre.plural(leading)) whose siren is first, \(named). "
          + "Towns, not positions. Seed \(results.run.seed), \(results.run.replicates) × \(results.run.draws) draws, vedette \(results.run.version)."
      ) + "</description>\n" + KmlDocument.styles
      + KmlDocument.folder("Places", places)
      + folder("Sites, defended side", sites.filter { theatre.defended.contains($0.country) })
      + folder("Sites, other side", sites.filter { !theatre.defended.contains($0.country) })
      + "</Document>\n</kml>\n"
  }

  /// The ladder of each class that reaches, under both postures of the headline: medians after the launch.
  private static func moments(
    _ ladder: Ladder, _ place: Theatre.Place, _ judgements: Judgements
  ) -> String {
    var text = ""
    for posture in ladder.theatre.compared {
      for threat in ladder.classes where ladder.reaches(place.subject, threat, posture) {
        func time(_ name: String) -> Double? {
          ladder.figure(place.subject, TacticalFigures.mark.of(name), threat, posture, .median)?
            .estimate.value
        }
        let arrival = time("arrived") ?? .infinity
        let marks = PageWriter.moments.map { name in
          let words = time(name).map { $0 <= arrival ? Words.time($0) : "after the arrival" }
          return "\(name) \(words ?? "never")"
        }
        text +=
          "\(Words.capital(ladder.theatre.plural(threat))), \(judgements.named(posture)), medians after launch: "
          + marks.joined(separator: ", ") + "\n"
      }
    }
    return text
  }

  /// Least share of siren first of each style, and its colour as KML writes it: opacity, blue, green, red.
  ///
  /// Source: C. Brewer, ColorBrewer 2.0, "PuOr".
  private static let shares: [(name: String, from: Double, colour: String)] = [
    ("siren-75", 0.75, "ff882754"), ("siren-50", 0.5, "ffd2abb2"), ("siren-25", 0.25, "ff63b8fd"),
    ("siren-0", 0, "ff0658b3"),
  ]

  private static func style(_ share: Double?) -> String {
    guard let share else { return "unreached" }
    return shares.first { share >= $0.from }?.name ?? "siren-0"
  }

  private static let styles =
    (shares.map { ($0.name, $0.colour, 1.0) } + [
      ("unreached", "ffffffff", 0.8), ("site", "ff5b5b5b", 0.7),
    ]).map { name, colour, scale in
      "<Style id=\"\(name)\"><IconStyle><color>\(colour)</color><scale>\(scale)</scale></IconStyle></Style>\n"
    }.joined()

  private static func folder(_ name: String, _ placemarks: [String]) -> String {
    "<Folder><name>\(Html.escape(name))</name>\n\(placemarks.joined())</Folder>\n"
  }

  private static func placemark(
    _ name: String, at position: Position, style: String, _ words: String
  ) -> String {
    "<Placemark><name>\(Html.escape(name))</name><styleUrl>#\(style)</styleUrl>"
      // a balloon is HTML inside XML
      + "<description>\(Html.escape("<pre>\(Html.escape(words))</pre>"))</description>"
      + "<Point><coordinates>\(degrees(position.longitude)),\(degrees(position.latitude))</coordinates></Point></Placemark>\n"
  }

  private static func degrees(_ angle: Angle) -> String {
    Json.short((angle.degrees * 1e4).rounded() / 1e4)
  }

  private static func words(_ site: Theatre.Site, _ theatre: Theatre) -> String {
    let postures = theatre.postures.compactMap { posture -> String? in
      let forces = posture.forces.filter { $0.site == site.id }.map(\.name)
      let works = posture.sensors.contains(site.id) ? [site.system ?? "a sensor"] : []
      let all = forces + works
      return all.isEmpty ? nil : "\(posture.id): \(all.joined(separator: ", "))"
    }
    let seen =
      site.sighting.words.isEmpty
      ? site.sighting.seen.map { "last seen \($0)" } : site.sighting.words
    return
      ([
        "\(site.role), \(site.country); within \(Words.number(site.precision.kilometres)) km",
        site.sighting.standing.map { $0.rawValue }, seen,
      ].compactMap(\.self) + postures + [
        site.source.isEmpty ? "no source" : "source \(site.source)"
      ])
      .joined(separator: "\n")
  }
}
