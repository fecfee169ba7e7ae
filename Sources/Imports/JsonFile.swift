internal import Datasets
internal import Foundation
internal import Quantities

/// Features of a GeoJSON file, or units of an ORBAT Mapper scenario, as rows.
struct JsonFile {
  private let root: [String: Any]
  private let file: String

  init(_ bytes: [UInt8], file: String) throws(DataError) {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw DataError(.badData, "\(file): not JSON")
    }
    (self.root, self.file) = (root, file)
  }

  var table: ForeignTable {
    get throws {
      if let features = root["features"] as? [[String: Any]] { return table(features) }
      if let sides = root["sides"] as? [[String: Any]] { return table(sides: sides) }
      throw DataError(
        .badData, "\(file): neither a GeoJSON FeatureCollection nor an ORBAT Mapper scenario")
    }
  }

  /// JSON has no lines: rows are counted.
  private func span(_ row: Int) -> Span { Span(file: file, line: row + 1, column: 1) }

  private func table(_ features: [[String: Any]]) -> ForeignTable {
    var columns: [String] = []
    let rows = features.enumerated().map { index, feature in
      var words: [String: String] = [:]
      for (key, value) in feature["properties"] as? [String: Any] ?? [:] {
        words[key] = JsonFile.word(value)
      }
      columns += words.keys.sorted().filter { !columns.contains($0) }
      return ForeignTable.Row(
        words: words, shape: Shape(geometry: feature["geometry"] as? [String: Any]),
        span: span(index))
    }
    return ForeignTable(file: file, columns: columns, rows: rows)
  }

  // MARK: ORBAT Mapper

  private func table(sides: [[String: Any]]) -> ForeignTable {
    var rows: [ForeignTable.Row] = []
    func add(_ unit: [String: Any], side: String, above: String) {
      let name = unit["name"] as? String ?? ""
      var words = ["name": name, "side": side, "above": above]
      words["sidc"] = unit["sidc"] as? String
      // where it stands at the beginning, else where it is first said to stand
      let states = unit["state"] as? [[String: Any]] ?? []
      let place =
        unit["location"] as? [Any] ?? (unit["_state"] as? [String: Any])?["location"] as? [Any]
        ?? states.lazy.compactMap { $0["location"] as? [Any] }.first
      rows.append(
        ForeignTable.Row(
          words: words,
          shape: place.flatMap { Shape(geometry: ["type": "Point", "coordinates": $0]) },
          span: span(rows.count)))
      for child in unit["subUnits"] as? [[String: Any]] ?? [] {
        add(child, side: side, above: name)
      }
    }
    for side in sides {
      let name = side["name"] as? String ?? ""
      for group in side["groups"] as? [[String: Any]] ?? [] {
        for unit in group["subUnits"] as? [[String: Any]] ?? group["units"] as? [[String: Any]]
          ?? []
        {
          add(unit, side: name, above: group["name"] as? String ?? "")
        }
      }
    }
    return ForeignTable(file: file, columns: ["name", "side", "above", "sidc"], rows: rows)
  }

  private static func word(_ value: Any) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }
}
