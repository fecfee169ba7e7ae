public import Foundation

/// The features of a GeoJSON file as rows of words.
public enum GeoJsonTable {
  /// Properties by feature; a feature without `place` gets its point to a tenth of a degree, which is
  /// no nearer than a town.
  public static func rows(_ url: URL) throws(DataError) -> [[String: String]] {
    let bytes = try Files.read(url)
    guard bytes.count <= 64_000_000 else {
      throw DataError(.badData, "\(url.path): \(bytes.count) bytes; at most 64 MB are read")
    }
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let features = root["features"] as? [[String: Any]]
    else {
      throw DataError(.badData, "\(url.path): not a GeoJSON FeatureCollection")
    }
    return features.map { feature in
      var row: [String: String] = [:]
      for (key, value) in feature["properties"] as? [String: Any] ?? [:] {
        row[key] = word(value)
      }
      let geometry = feature["geometry"] as? [String: Any]
      if row["place"] == nil, let point = geometry?["coordinates"] as? [Any], point.count >= 2,
        let east = (point[0] as? NSNumber)?.doubleValue,
        let north = (point[1] as? NSNumber)?.doubleValue
      {
        row["place"] = String(format: "near %.1f N %.1f E", north, east)
      }
      return row
    }
  }

  private static func word(_ value: Any) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }
}
