public import Datasets
internal import Geodesy
internal import Quantities

/// A scenario to begin with: it checks and briefs as it stands, and says of each figure that it is to be replaced.
public struct ScenarioTemplate: Sendable {
  /// South, west, north, east, degrees.
  public typealias Region = (south: Double, west: Double, north: Double, east: Double)

  private struct Town {
    let name, country: String
    let latitude, longitude: Double
    let population: Int
  }

  private let title: String
  private let region: Region
  private let defended: [Town]
  private let launch: (name: String, country: String, latitude: Double, longitude: Double)
  private let layers: [String]
  private let country: String

  /// The most populous towns of one country in a region.
  ///
  /// - Parameters:
  ///   - country: whose places are warned; of the region's countries the one with most people where left out.
  ///   - other: whose launchers are looked at; where left out, the next country of the region.
  public init(
    title: String, region: Region, country: String? = nil, other: String? = nil, pack: DataPack
  ) throws(DataError) {
    guard region.south < region.north, region.west < region.east, abs(region.south) <= 90,
      abs(region.north) <= 90, abs(region.west) <= 180, abs(region.east) <= 180
    else {
      throw DataError(.badData, "--region: expected south,west,north,east in degrees")
    }
    let towns = try ScenarioTemplate.towns(region, pack)
    let people = Dictionary(grouping: towns, by: \.country).mapValues { towns in
      towns.reduce(0) { $0 + $1.population }
    }
    let ranked = people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    guard let own = country ?? ranked.first(where: { $0 != other }), people[own] != nil else {
      throw DataError(
        .badData,
        people.isEmpty
          ? "no town lies in the region"
          : "no town of \(country ?? "another country") lies in the region; it has \(ranked.joined(separator: ", "))"
      )

    }
    (self.title, self.region, self.country) = (title, region, own)
    defended = ScenarioTemplate.apart(
      towns.filter { $0.country == own }.sorted { $0.population > $1.population }, most: 10)
    launch = ScenarioTemplate.launch(
      towns.filter { town in other.map { town.country == $0 } ?? (town.country != own) }, other,
      defended[0], region)
    layers = Layer.all.filter { pack.isInstalled($0) && $0.id != "airfields" }.map(\.id)
  }

  /// The first so many of which none lies within 15 km of another: quarters are no towns.
  private static func apart(_ towns: [Town], most: Int) -> [Town] {
    towns.reduce(into: []) { kept, town in
      guard kept.count < most else { return }
      let here = Position(town.latitude, town.longitude)
      let isApart = kept.allSatisfy {
        Geodesic.distance(from: here, to: Position($0.latitude, $0.longitude)).kilometres > 15
      }
      if isApart { kept.append(town) }
    }
  }

  private static func towns(_ region: Region, _ pack: DataPack) throws(DataError) -> [Town] {
    try pack.table("towns").rows.compactMap { row in
      guard row.count > 5, let latitude = Double(row[3].text), let longitude = Double(row[4].text),
        let people = Int(row[5].text), (region.south...region.north).contains(latitude),
        (region.west...region.east).contains(longitude)
      else { return nil }
      return Town(
        name: row[1].text, country: row[2].text,
        latitude: latitude, longitude: longitude, population: people)
    }
  }

  /// The town of the other side that lies nearest to the first place, at a tenth of a degree; without one, the region's edge.
  private static func launch(
    _ towns: [Town], _ other: String?, _ first: Town, _ region: Region
  ) -> (name: String, country: String, latitude: Double, longitude: Double) {
    func distance(_ town: Town) -> Double {
      Geodesic.distance(
        from: Position(first.latitude, first.longitude), to: Position(town.latitude, town.longitude)
      ).metres
    }
    if let town = towns.filter({ $0.population > 20_000 }).min(by: { distance($0) < distance($1) })
    {
      return (
        town.name, town.country, (town.latitude * 10).rounded() / 10,
        (town.longitude * 10).rounded() / 10
      )
    }
    return (
      "Eastern edge", other ?? "QN", ((region.south + region.north) * 5).rounded() / 10, region.east
    )
  }

  /// Its files by name.
  public var files: [(name: String, text: String)] {
    [
      ("scenario.yaml", scenario), ("places.csv", places), ("sites.csv", sites),
      ("formations.csv", formations), ("sources.csv", sources),
    ]
  }

  private var scenario: String {
    let data = layers.isEmpty ? "" : "data: [\(layers.joined(separator: ", "))]\n"
    return """
      # A scenario to begin with. Replace what is notional; `vedette check` says what is left.
      title: \(title)
      summary: >-
        How much warning do these places have, before and after a launcher comes?
      region: {south: \(Json.short(region.south)), west: \(Json.short(region.west)), north: \(Json.short(region.north)), east: \(Json.short(region.east))}
      \(data)alliance: [\(country)]
      catalogue: "builtin:"        # the shipped systems: vedette catalogue

      postures:
        before:
          title: Without the launcher
          as_of: 2026-01-01
          present: [drones, radar]
        after:
          title: With the launcher (what-if)
          as_of: 2026-01-01
          from: before
          edits:
            - {add: launcher}

      questions:
        - {before: before, after: after, words: the launcher comes}

      # From a track to the siren. Each duration says from which event to which it lasts.
      alert:
        rules: peace
        net: tracks
        decision: {low: 30 s, likely: 60 s, high: 180 s, from: localised, to: order, note: to be replaced}
        dissemination: {low: 2 s, likely: 5 s, high: 20 s, from: order, to: sent, note: to be replaced}
        latency: {low: 2 s, likely: 5 s, high: 15 s, note: to be replaced}
        profile_delay: {low: 5 s, likely: 15 s, high: 40 s, note: to be replaced}
        behaviour_delay: {low: 30 s, likely: 60 s, high: 120 s, note: to be replaced}
        region: {low: 100 km, likely: 200 km, high: 400 km, note: to be replaced}
        cue_delay: {low: 30 s, likely: 60 s, high: 120 s, note: to be replaced}
        cue_availability: {low: 80 %, likely: 95 %, high: 100 %, note: to be replaced}

      channels:
        sirens: {coverage: {low: 40 %, likely: 60 %, high: 80 %, note: to be replaced}, delay: {low: 5 s, likely: 10 s, high: 30 s, note: to be replaced}}
      needs:
        urban:
          confirm: {low: 10 s, likely: 20 s, high: 60 s, note: to be replaced}
          move: {low: 15 s, likely: 30 s, high: 90 s, note: to be replaced}

      """
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.map(Proposal.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private var places: String {
    var slugs = Slugs(taken: ["launcher", "radar", "drones", "launch-area"])
    let rows = defended.map { town in
      [
        slugs.next(town.name, fallback: "place"), town.name, town.country, "",
        Json.short((town.latitude * 100).rounded() / 100),
        Json.short((town.longitude * 100).rounded() / 100), "2 km", "\(town.population)",
        "urban", "gazetteer",
      ]
    }
    return ScenarioTemplate.lines(
      [
        [
          "id", "name", "country", "district", "latitude", "longitude", "precision", "population",
          "settlement",
          "source",
        ]
      ] + rows)
  }

  private var sites: String {
    ScenarioTemplate.lines([
      ["id", "name", "country", "role", "system", "latitude", "longitude", "precision", "source"],
      [
        "radar", "Radar near \(defended[0].name)", country, "long-range radar (notional)", "tps-77",
        Json.short((defended[0].latitude * 10).rounded() / 10),
        Json.short((defended[0].longitude * 10).rounded() / 10), "20 km", "",
      ],
      [
        "launch-area", launch.name, launch.country, "launch area (notional)", "",
        Json.short(launch.latitude), Json.short(launch.longitude), "10 km", "",
      ],
    ])
  }

  private var formations: String {
    ScenarioTemplate.lines([
      ["id", "name", "country", "system", "site", "area", "source", "note"],
      [
        "launcher", "launcher near \(launch.name)", launch.country, "9m723", "launch-area", "15 km",
        "",
        "notional: nobody has reported it",
      ],
      [
        "drones", "drone unit near \(launch.name)", launch.country, "geran-2", "launch-area",
        "30 km", "",
        "notional: nobody has reported it",
      ],
    ])
  }

  private var sources: String {
    ScenarioTemplate.lines([
      [
        "id", "title", "publisher", "date", "link", "reliability", "credibility", "origin", "maker",
      ],
      [
        "gazetteer", "GeoNames gazetteer", "GeoNames", "", "https://www.geonames.org/", "A", "2",
        "", "",
      ],
    ])
  }
}
