import Quantities
import Testing

@Suite struct TextTests {
  @Test func quantitiesAreANumberAndAUnit() throws {
    #expect(try QuantityText.value("48 km", units: Length.units) == 48_000)
    #expect(abs(try QuantityText.value("180 km/h", units: Speed.units) - 50) < 1e-12)
    #expect(abs(try QuantityText.value("95%", units: Ratio.units) - 0.95) < 1e-12)
    #expect(try QuantityText.value("-1.5e2 s", units: TimeSpan.units) == -150)
  }

  /// What is not a plain decimal number with a known unit is refused, with words.
  @Test(arguments: [
    "nan km", "inf km", "0x10 km", "1_000 km", "48", "48 miles", "4 8 km", "", "km",
    "1e999 km", String(repeating: "9", count: 1_000) + " km", "١٢ km", "--5 km", "5 km km",
  ])
  func everythingElseIsRefused(text: String) {
    do {
      let value = try QuantityText.value(text, units: Length.units)
      Issue.record("\(text.prefix(20)) gave \(value)")
    } catch {
      #expect(error.expected == "a number and a unit (m, km, cm, ft, nmi)")
      #expect(error.found.count <= 60)
    }
  }

  @Test func daysAreDaysOfTheCalendar() {
    #expect(Day("2024-02-29")?.description == "2024-02-29")
    #expect(Day("2025-02-29") == nil && Day("2025-13-01") == nil && Day("2025-1-1") == nil)
    #expect(Day("2025-01-01")! < Day("2025-01-02")!)
  }

  @Test func addressesHashTheSameEverywhere() {
    #expect(Address("alert.decision") != nil && Address("catalogue.9m723.range") != nil)
    for bad in ["alert", "Alert.x", "alert..x", "nowhere.x", "alert.x.y.z.w", "alert.é"] {
      #expect(Address(bad) == nil, "\(bad)")
    }
    // FNV-1a of "alert.a", by another implementation
    #expect(Address("alert.a")!.hash64 == 0x8ffc_8522_866b_8fdc)
  }

  @Test func theNearestNameIsSuggested() {
    #expect(NearestName.to("decison", among: ["decision", "latency"]) == "decision")
    #expect(NearestName.to("xyz", among: ["decision", "latency"]) == nil)
  }

  @Test func jsonIsShortAndEscaped() {
    let json = Json.object([("a\"b", .number(1.0 / 3)), ("n", .null), ("l", .array([.integer(2)]))])
    #expect(json.text == #"{"a\"b":0.333333,"n":null,"l":[2]}"#)
    #expect(Json.short(123_456.7) == "123457" && Json.short(-0.00012345678) == "-0.000123457")
  }

  @Test func tablesKeepTheirSpans() {
    var faults: [Diagnostic] = []
    let table = Table("a,b\n\"x,\"\"y\"\"\",2\r\n3\n", file: "t.csv", diagnostics: &faults)
    #expect(table.rows.count == 1 && table.rows[0][0].text == "x,\"y\"")
    #expect(table.rows[0][1].span.line == 2)
    #expect(
      faults.map(\.description) == ["t.csv:3:1: error: a row of 1 cells; the header has 2"])
  }

  /// As spreadsheets save them: a byte order mark, semicolons or tabs, decimal commas, empty columns and rows at the end. Between
  /// commas a number with a comma is two cells.
  @Test(arguments: [";", "\t"])
  func tablesAreReadAsSpreadsheetsWriteThem(separator: String) {
    let lines = [
      "id;name;latitude;range;;", "a;Quay, north;-40,1;1,5 km;;", ";;;;;", "b;x 1,5;54,68;2,5 3;;",
      "c;-1,5e3;,5;1,2,3",
    ]
    let text = "\u{feff}" + lines.joined(separator: "\r\n").replacing(";", with: separator)
    var faults: [Diagnostic] = []
    let table = Table(text, file: "t.csv", diagnostics: &faults)
    #expect(faults.isEmpty)
    #expect(table.header.map(\.text) == ["id", "name", "latitude", "range"])
    #expect(
      table.rows.map { $0.map(\.text) } == [
        ["a", "Quay, north", "-40.1", "1.5 km"], ["b", "x 1,5", "54.68", "2.5 3"],
        ["c", "-1,5e3", ",5", "1,2,3"],
      ])
    #expect(table.rows[1][2].span.line == 4)
  }
}

/// Mixtures of claims, by hand.
@Suite struct LawTests {
  private func claim(_ id: String, _ statement: Claim.Statement, source: String?) -> Claim {
    Claim(
      id: id, address: Address("alert", "x"), statement: statement, source: source,
      span: Span(file: "f", line: 1, column: 1), unit: "s", note: nil)
  }

  private func source(
    _ id: String, _ reliability: Reliability, _ credibility: Credibility, origin: String? = nil
  ) -> Source {
    Source(
      id: id, title: id, publisher: "", date: nil, link: "", reliability: reliability,
      credibility: credibility, origin: origin, isMaker: false)
  }

  /// A1 weighs 1 · 1, C3 0.6 · 0.6, nobody F6 0.5 · 0.5: shares 1, 0.36, 0.25 of 1.61.
  @Test func weightsAreTheProductOfBothGrades() {
    let sources = ["a": source("a", .reliable, .confirmed), "c": source("c", .fairly, .possible)]
    let law = Law(
      kind: .knowledge,
      claims: [
        claim("1", .point(10), source: "a"), claim("2", .point(20), source: "c"),
        claim("3", .point(30), source: nil),
      ], sources: sources, grades: GradeTable())
    let weights = law.components.map(\.weight)
    #expect(abs(weights[0] - 1 / 1.61) < 1e-12)
    #expect(abs(weights[1] - 0.36 / 1.61) < 1e-12)
    #expect(abs(weights[2] - 0.25 / 1.61) < 1e-12)
    // lone figures get a spread by grade: 3 % for A, 20 % for F
    #expect(law.components[0].distribution == .pert(low: 9.7, likely: 10, high: 10.3, outer: false))
    #expect(law.components[2].distribution == .pert(low: 24, likely: 30, high: 36, outer: false))
  }

  /// An echo shares the weight of what it repeats: one origin, one voice.
  @Test func claimsOfOneOriginShareAWeight() {
    let sources = [
      "a": source("a", .usually, .probable),
      "echo": source("echo", .usually, .probable, origin: "a"),
      "b": source("b", .usually, .probable),
    ]
    let law = Law(
      kind: .knowledge, claims: ["a", "echo", "b"].map { claim($0, .point(1), source: $0) },
      sources: sources, grades: GradeTable())
    #expect(law.components.map(\.weight) == [0.25, 0.25, 0.5])
  }

  /// What is drawn is held in the legal values, and so is the range it is drawn from.
  @Test func theRangeThatIsDrawnIsLegal() {
    let law = Law(
      kind: .knowledge, claims: [claim("1", .law(.normal(mean: 5, spread: 3)), source: nil)],
      sources: [:], grades: GradeTable(), bounds: 0.1...9)
    #expect(law.range == -1...11 && law.drawn == 0.1...9)
    let inside = Law(
      kind: .knowledge, claims: [claim("1", .point(10), source: nil)], sources: [:],
      grades: GradeTable(), bounds: 0...100)
    #expect(inside.drawn == 8...12)
  }

  @Test func wideAndOneSidedClaims() {
    func distribution(_ statement: Claim.Statement) -> Distribution {
      Law(
        kind: .chance, claims: [claim("1", statement, source: nil)], sources: [:],
        grades: GradeTable()
      ).components[0].distribution
    }
    #expect(
      distribution(.range(low: 1, likely: 2, high: 4, outer: false))
        == .logPert(low: 1, likely: 2, high: 4, outer: false))
    #expect(
      distribution(.range(low: 1, likely: 2, high: 3, outer: true))
        == .pert(low: 1, likely: 2, high: 3, outer: true))
    #expect(distribution(.upTo(100)) == .pert(low: 40, likely: 80, high: 100, outer: false))
    #expect(distribution(.atLeast(100)) == .pert(low: 100, likely: 120, high: 160, outer: false))
    #expect(distribution(.point(0)) == .constant(0))
  }
}
