/// What may be brought into a scenario, and how other people call its columns.
public enum ImportKind: String, CaseIterable, Sendable {
  case places, sites, formations, outlines, sources, alerts, alarms

  /// Columns of the proposal, in order: those of the scenario's own file.
  var columns: [String] {
    switch self {
    case .places:
      [
        "id", "name", "country", "district", "latitude", "longitude", "precision", "population",
        "settlement",
        "source",
      ]
    case .sites:
      [
        "id", "name", "country", "role", "system", "latitude", "longitude", "precision", "source",
        "note",
      ]
    case .formations: ["id", "name", "country", "system", "site", "area", "source", "note"]
    case .outlines: ["country", "name", "ring", "latitude", "longitude"]
    case .sources:
      ["id", "title", "publisher", "date", "link", "reliability", "credibility", "origin", "maker"]
    case .alerts:
      [
        "id", "date", "country", "place", "class", "rules", "launch", "order", "sent", "received",
        "arrival",
        "source", "note",
      ]
    case .alarms:
      [
        "id", "country", "district", "from", "to", "alarms", "hours", "p10", "median", "p90",
        "source", "note",
      ]
    }
  }

  /// Columns that are read from the file beside those that are proposed.
  var further: [String] {
    switch self {
    case .alarms: ["start", "end"]
    default: []
    }
  }

  /// What a column gets where the file says nothing.
  var usual: [String: String] {
    switch self {
    case .places: ["precision": "2 km", "settlement": "urban"]
    case .sites: ["precision": "5 km", "role": "site"]
    case .formations: ["area": "10 km"]
    case .sources: ["reliability": "F", "credibility": "6"]
    case .outlines, .alerts, .alarms: [:]
    }
  }

  /// Columns without which a row says nothing.
  var needed: [String] {
    switch self {
    case .places, .sites: ["name", "country", "latitude", "longitude"]
    case .formations: ["name", "country"]
    case .outlines: ["country"]
    case .sources: ["title"]
    case .alerts: ["date", "country", "class", "sent"]
    case .alarms: ["country", "start", "end"]
    }
  }

  /// Names that others give a column, lower case; its own name comes first.
  static let synonyms: [String: [String]] = [
    "name": ["title", "label", "name_en", "asciiname", "place", "unit", "designation"],
    "latitude": ["lat", "y", "breite", "szerokosc"],
    "longitude": ["lon", "lng", "long", "x", "laenge", "dlugosc"],
    "country": ["country_code", "iso_a2", "iso2", "cc", "countrycode", "iso"],
    "district": [
      "admin1", "oblast", "region", "province", "county", "state", "voivodeship", "raion",
    ],
    "population": ["pop", "pop_max", "inhabitants", "people"],
    "role": ["type", "category"], "note": ["notes", "comment", "remarks", "description"],
    "publisher": [
      "journal", "institution", "organization", "howpublished", "journaltitle", "newspaper",
    ],
    "link": ["url", "uri", "address", "href"], "date": ["published", "day", "year"],
    "id": ["key", "code"], "source": ["reference", "ref"],
    "start": ["started_at", "begin", "from", "started", "start_time"],
    "end": ["finished_at", "until", "to", "finished", "end_time", "ended_at"],
    "sent": ["alert", "alarm", "siren", "issued"], "arrival": ["impact", "hit"],
    "class": ["threat", "type"],
  ]
}
