import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// What is written as JSON is read back as what it was.
@Suite struct ShapeTests {
  @Test(arguments: [
    Distribution.constant(0.1), .uniform(low: 1 / 3, high: 2), .normal(mean: -1, spread: 0.7),
    .pert(low: 0, likely: 1e-9, high: 3, outer: true),
    .logPert(low: 1, likely: 2, high: 30, outer: false), .lognormal(median: 5, factor: 1.5),
    .choice([1, 2.5], weights: [0.2, 0.8]), .empirical([1, 2, 4.25]),
  ])
  func lawsComeBack(_ distribution: Distribution) throws {
    for bounds in [0...1, -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude] {
      let law = Law(
        kind: .chance,
        components: [
          .init(weight: 0.25, distribution: distribution, claim: "a#1"),
          .init(weight: 0.75, distribution: .constant(1), claim: nil),
        ], bounds: bounds)
      let text = Shape.law.encode(law).text
      let back = try Shape.law.decode(Json(parsing: text))
      #expect(back == law)
    }
  }

  @Test(arguments: [
    "{\"kind\":\"chance\"}",
    "{\"kind\":\"luck\",\"atLeast\":null,\"atMost\":null,\"components\":[]}",
    "[1]", "7",
  ])
  func whatIsNoLawIsSaid(_ text: String) throws {
    #expect(throws: ShapeFault.self) { try Shape.law.decode(Json(parsing: text)) }
  }

  /// results.json, written, read and written again.
  @Test func theDocumentComesBack() async throws {
    let results = try await RunStoreTests.results.value
    let record = TrackRecord(
      alerts: .init(inside: 3, of: 4),
      rivals: [(name: "a guess", rival: .init(inside: 1, of: 2), ours: .init(inside: 2, of: 2))])
    let document = ResultsDocument(
      results, record: record, judgements: [.init(words: "It \"is\".", figures: ["a/b/c/d/e"])],
      withFigures: true)
    let text = ResultsFile.json(document, declared: results.declared)
    let back = try ResultsDocument.shape(results.declared).decode(Json(parsing: text))
    #expect(ResultsFile.json(back, declared: results.declared) == text)
    #expect(back.run == results.run && back.figures.count == results.figures.count)
  }

  /// Every field of the schema has a sentence.
  @Test func everyFieldHasASentence() throws {
    let schema = ResultsFile.schema(Slices.shipped.map { $0.findings })
    var count = 0
    func walk(_ json: Json, _ path: String) {
      switch json {
      case .object(let members):
        for (key, value) in members {
          if key == "properties", case .object(let fields) = value {
            for (name, field) in fields {
              count += 1
              if case .object(let own) = field, path != "$.annexes" {
                #expect(own.contains { $0.0 == "description" }, "\(path).\(name)")
              }
              walk(field, "\(path).\(name)")
            }
          } else if key != "$defs" {
            walk(value, path)
          }
        }
      case .array(let items): for item in items { walk(item, path) }
      default: break
      }
    }
    walk(schema, "$")
    #expect(count > 100)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "tru", "\"\\x\"", "\"\u{1}\"", "1 2", "--1", "nan",
  ])
  func whatIsNoJsonIsRefused(_ text: String) {
    #expect(throws: Json.NoJson.self) { try Json(parsing: text) }
  }

  /// Deep nesting is refused, not followed.
  @Test func deepJsonIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: Json.NoJson.self) { try Json(parsing: deep) }
  }

  /// Against Foundation's reader.
  @Test(arguments: [
    "[1,-2.5,25e-2,true,false,null,\"é\\u00e9\\ud83d\\ude00\\n\\\"\"]",
    "{\"a\":{\"b\":[]},\"c\":\"\"}",
  ])
  func jsonIsReadAsFoundationReadsIt(_ text: String) throws {
    func sorted(_ text: String) throws -> Data {
      try JSONSerialization.data(
        withJSONObject: try JSONSerialization.jsonObject(with: Data(text.utf8)),
        options: .sortedKeys)
    }
    let (ours, theirs) = (try sorted(try Json(parsing: text).text), try sorted(text))
    #expect(ours == theirs)
  }
}

/// Tables for spreadsheets.
@Suite struct SheetTests {
  /// OWASP, CSV Injection: cells that begin with = + - @ tab or the end of a line.
  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\")"])
  func noTextIsAFormula(_ text: String) {
    let sheet = Sheet("s", "A row.", [.init("a", .text, "A cell.")], rows: [[.text(text)]])
    let cell = sheet.csv.split(separator: "\n", maxSplits: 1)[1]
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"), "\(cell)")
  }

  @Test func aTableIsWhatExcelOpens() {
    let sheet = Sheet(
      "s", "A row.",
      [.init("name", .text, "A."), .init("n", .integer, "B."), .init("x", .real, "C.")],
      rows: [[.text("Ełk, \"town\""), .integer(-3), .real(-0.5)], [.empty, .empty, .empty]])
    #expect(sheet.csv == "\u{FEFF}name,n,x\n\"Ełk, \"\"town\"\"\",-3,-0.5\n,,\n")
  }
}
