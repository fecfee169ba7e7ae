internal import Quantities
internal import Yams

/// The tables of a folder, each with the columns that it must and may have.
extension DocumentReader {
  mutating func readTables() {
    read(
      table: "places.csv",
      required: ["id", "name", "country", "latitude", "longitude", "settlement"],
      optional: ["district", "population", "precision", "source"]
    ) { $0.read(places: &$1) }
    read(
      table: "sites.csv",
      required: ["id", "name", "country", "role", "latitude", "longitude"],
      optional: [
        "system", "precision", "facing", "ground", "mast", "source", "note", "status", "seen",
      ]
    ) { $0.read(sites: &$1) }
    read(
      table: "formations.csv", required: ["id", "name", "country", "system", "site"],
      optional: ["area", "source", "note", "status", "seen"]
    ) { $0.read(formations: &$1) }
    read(
      table: "crossings.csv", required: ["id", "name", "kind", "latitude", "longitude", "state"],
      optional: ["gauge", "source", "note"]
    ) { $0.read(crossings: &$1) }
    read(
      table: "rotations.csv", required: ["id", "formation", "from", "until"],
      optional: ["source", "note"]
    ) { $0.read(rotations: &$1) }
    read(
      table: "outlines.csv", required: ["country", "ring", "latitude", "longitude"],
      optional: ["name"]
    ) { $0.read(outlines: &$1) }
    read(
      table: "statements.csv",
      required: ["id", "statement", "said_by", "modelled_by", "reason"],
      optional: ["topic", "finding", "confidence", "would_change", "source", "note"]
    ) { $0.read(statements: &$1) }
    read(
      table: "episodes.csv",
      required: ["id", "title", "start", "end", "purpose", "event", "posture"],
      optional: ["outcome"]
    ) { [purposes = vocabulary.indicators.purposes.map(\.name)] in
      $0.read(episodes: &$1, purposes: ["routine"] + purposes)
    }
    document.practice = vocabulary.practice
    for kind in vocabulary.kinds { document.signs[kind.name] = kind.sign }
    document.reportedFields = Dictionary(
      uniqueKeysWithValues: vocabulary.reported.fields.map { ($0.name, $0) })
    read(
      table: "alerts.csv", required: Document.alertColumns.required,
      optional: Document.alertColumns.optional
    ) { [threats = vocabulary.practice.map(\.threat)] in
      $0.read(alerts: &$1, threats: threats)
    }
    read(
      table: "alarms.csv", required: Document.alarmColumns.required,
      optional: Document.alarmColumns.optional
    ) { [threats = vocabulary.practice.map(\.threat)] in
      $0.read(alarms: &$1, threats: threats)
    }
    if let file = files.first(where: { $0.name == "sources.csv" }) { readSources(file) }
  }

  mutating func readSources(_ file: TextFile) {
    read(
      file: file, required: ["id", "title", "reliability", "credibility"],
      optional: ["publisher", "date", "link", "origin", "maker"]
    ) { $0.read(sources: &$1) }
  }

  private mutating func read(
    table name: String, required: [String], optional: [String],
    _ body: (inout Document, inout TableReader) -> Void
  ) {
    if let file = files.first(where: { $0.name == name }) {
      read(file: file, required: required, optional: optional, body)
    }
  }

  private mutating func read(
    file: TextFile, required: [String], optional: [String],
    _ body: (inout Document, inout TableReader) -> Void
  ) {
    switch Gate.text(file) {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let text):
      let table = Table(text, file: file.name, diagnostics: &diagnostics)
      var reader = TableReader(table, required: required, optional: optional)
      if reader.diagnostics.isEmpty { body(&document, &reader) }
      diagnostics += reader.diagnostics
    }
  }
}
