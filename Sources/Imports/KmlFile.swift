internal import Datasets
internal import Foundation
internal import Quantities

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Placemarks of a KML file as rows: `name`, `description`, the data behind them, and a shape where they have one.
final class KmlFile: NSObject, XMLParserDelegate {
  private let file: String
  private var rows: [ForeignTable.Row] = []
  private var columns: [String] = []
  /// Of the placemark that is being read; nil between two.
  private var words: [String: String]?
  private var line = 1
  private var points: [SIMD2<Double>] = []
  private var rings: [[SIMD2<Double>]] = []
  private var path: [String] = []
  private var text = ""
  private var dataName: String?

  static func table(_ bytes: [UInt8], file: String) throws -> ForeignTable {
    let reader = KmlFile(file: file)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    guard parser.parse(), reader.path.isEmpty else {
      let span = Span(file: file, line: max(1, parser.lineNumber), column: 1)
      throw InvalidScenario([Diagnostic(span, "not a whole KML file")])
    }
    return ForeignTable(file: file, columns: reader.columns, rows: reader.rows)
  }

  private init(file: String) { self.file = file }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let name = KmlFile.local(name)
    path.append(name)
    text = ""
    if name == "Placemark" { (words, points, rings, line) = ([:], [], [], parser.lineNumber) }
    if name == "Data" || name == "SimpleData" { dataName = attributes["name"] }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let name = KmlFile.local(name)
    path.removeLast()
    guard words != nil else { return }
    switch name {
    case "name" where path.last == "Placemark": put(text, "name")
    case "description" where path.last == "Placemark": put(text, "description")
    case "value" where path.last == "Data": put(text, dataName)
    case "SimpleData": put(text, dataName)
    case "coordinates":
      let found = KmlFile.coordinates(text)
      if path.contains("Point") { points += found }
      if path.contains("LinearRing") { rings.append(found) }
    case "Placemark":
      rows.append(
        ForeignTable.Row(
          words: words ?? [:], shape: Shape(point: points.first, rings: rings),
          span: Span(file: file, line: line, column: 1)))
      words = nil
    default: break
    }
  }

  private func put(_ text: String, _ name: String?) {
    guard let name else { return }
    words?[name] = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !columns.contains(name) { columns.append(name) }
  }

  /// Without the name space.
  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// `x,y,z x,y,z …`
  private static func coordinates(_ text: String) -> [SIMD2<Double>] {
    text.split(whereSeparator: \.isWhitespace).compactMap { triple in
      let numbers = triple.split(separator: ",").compactMap { Double($0) }
      return numbers.count >= 2 ? SIMD2(numbers[0], numbers[1]) : nil
    }
  }
}
