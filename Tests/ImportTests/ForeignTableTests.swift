import Datasets
import Foundation
import Imports
import Quantities
import Testing

/// Files as people have them; names and numbers are made up.
@Suite struct ForeignTableTests {
  /// A table from text in a file of a name; `vedette-gdal` is not there.
  static func table(_ name: String, _ bytes: Data) throws -> ForeignTable {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try bytes.write(to: file)
    return try ForeignTable(path: file.path) { () throws(DataError) in
      throw DataError(.noInput, "no bridge")
    }
  }

  static func table(_ name: String, _ text: String) throws -> ForeignTable {
    try table(name, Data(text.utf8))
  }

  static let kml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>posts</name><Folder>
    <Placemark><name>Žemė &amp; Co</name><ExtendedData><Data name="people"><value>1200</value></Data></ExtendedData>
    <Point><coordinates>25.281,54.687,0</coordinates></Point></Placemark>
    <Placemark><name>No point</name><address>1 Made-up Street</address></Placemark>
    <Placemark><name>Łąka</name><description><![CDATA[a <b>town</b>]]></description>
    <Point><coordinates>
      23.90,54.90,0
    </coordinates></Point></Placemark></Folder></Document></kml>
    """

  @Test func placemarksBecomePlaces() throws {
    let table = try Self.table("posts.kml", Self.kml)
    #expect(table.rows.count == 3 && table.rows[0].words["people"] == "1200")
    let proposal = try Proposal(.places, table, constants: ["country": "LT"])
    #expect(proposal.rows.map { $0[0] } == ["zeme-co", "laka"])
    // 2 km: a fiftieth of a degree
    #expect(Array(proposal.rows[0][4...7]) == ["54.68", "25.28", "2 km", "1200"])
    #expect(proposal.notes.contains { $0.hasPrefix("left out: no point: row 5") })
    #expect(proposal.notes.contains { $0.hasPrefix("rounded to 0.02 degrees") })
    #expect(throws: InvalidScenario.self) { try Proposal(.places, table) }
  }

  @Test func brokenFilesAreRefused() throws {
    for (name, text) in [
      ("a.kml", "<kml><Placemark>"), ("a.kmz", "no archive"), ("a.json", "{}"), ("a.json", "["),
      ("a.bib", "@article{x, title={y"), ("a.csv", "a,b\n1\n"), ("a.xlsx", "x"),
    ] {
      #expect(throws: (any Error).self, "\(name) \(text)") { try Self.table(name, text) }
    }
  }

  /// Bombs: entities that grow are not unfolded, and outer ones not fetched.
  @Test func entitiesDoNotGrow() {
    let levels = (1...9).map {
      "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);&a\($0 - 1);\">"
    }
    let text =
      "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a0 \"ha\">\(levels.joined())]><kml><Placemark><name>&a9;</name></Placemark></kml>"
    let rows = (try? Self.table("a.kml", text))?.rows ?? []
    #expect(rows.allSatisfy { ($0.words["name"] ?? "").count < 1_000_000 })
  }

  /// UTF-16, semicolons, decimal commas and a column that has another name.
  @Test func aSpreadsheetOfEurope() throws {
    let text = "nazwa;szer;dlug;pop\nŁódź;51,77;19,46;700000\n"
    var bytes = Data([0xff, 0xfe])
    bytes.append(text.data(using: .utf16LittleEndian)!)
    let table = try Self.table("t.csv", bytes)
    let proposal = try Proposal(
      .places, table, named: ["name": "nazwa", "latitude": "szer", "longitude": "dlug"],
      constants: ["country": "PL"])
    #expect(Array(proposal.rows[0][0...1]) == ["lodz", "Łódź"])
    #expect(Array(proposal.rows[0][4...5]) == ["51.78", "19.46"])
    #expect(throws: InvalidScenario.self) {
      try Proposal(.places, table, named: ["name": "nazwaa"], constants: ["country": "PL"])
    }
    #expect(throws: InvalidScenario.self) {
      try Proposal(.places, table, named: ["nom": "nazwa"], constants: ["country": "PL"])
    }
  }

  @Test func unitsOfAnOrderOfBattle() throws {
    let text = """
      {"type":"ORBAT-mapper","sides":[{"name":"Red","groups":[{"name":"Army","subUnits":[{"name":"1st Brigade",
      "sidc":"10","state":[{"t":1,"location":[25.123456,54.98765]}],"subUnits":[{"name":"Battalion A"}]}]}]}]}
      """
    let table = try Self.table("o.json", text)
    let sites = try Proposal(.sites, table, constants: ["country": "QN"])
    #expect(
      sites.rows == [
        ["1st-brigade", "1st Brigade", "QN", "site", "", "55", "25.1", "5 km", "", ""]
      ])
    let units = try Proposal(.formations, table, constants: ["country": "QN"])
    #expect(units.rows.map { $0[4] } == ["1st-brigade", "battalion-a"])
    #expect(units.notes.contains { $0.hasPrefix("'system' is to be filled in") })
  }

  @Test func publicationsOfABibliography() throws {
    let text = """
      @string{x = "y"}
      @article{m20, title = {The {Iskander} and its {\\"U}bung \\& more}, author = "A. B",
        journal = {Journal of \\'Etudes}, year = 2020, doi = {10.1/abc}}
      @misc{k2, title = "Second", howpublished = {Web}, date = {2021-05-06}, url = {https://x.example/a}}
      """
    let proposal = try Proposal(.sources, try Self.table("l.bib", text))
    #expect(
      proposal.rows == [
        [
          "m20", "The Iskander and its Übung & more", "Journal of Études", "",
          "https://doi.org/10.1/abc", "F", "6",
          "", "",
        ],
        ["k2", "Second", "Web", "2021-05-06", "https://x.example/a", "F", "6", "", ""],
      ])
    #expect(proposal.notes.contains { $0.hasPrefix("'2020' is no day: left empty") })
    #expect(proposal.notes.contains { $0.hasPrefix("graded F6") })
  }

  @Test func areasBecomeOutlines() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ISO_A2":"QM","name":"Meridia"},
      "geometry":{"type":"MultiPolygon","coordinates":[[[[179.1,-16.1],[180,-16.1],[180,-17],[179.1,-16.1]]],
      [[[-180,-16.1],[-179.1,-16.1],[-179.1,-17.003],[-179.1,-17.001],[-180,-16.1]]]]}},
      {"type":"Feature","properties":{"ISO_A2":"-99"},"geometry":null}]}
      """
    let proposal = try Proposal(.outlines, try Self.table("a.geojson", text))
    #expect(proposal.rows.count == 6 && proposal.rows[1] == ["QM", "", "0", "-16.1", "180"])
    #expect(proposal.rows[5] == ["QM", "", "1", "-17", "-179.1"])
    #expect(proposal.notes.contains { $0.hasPrefix("left out: '-99' is no country") })
  }

  /// What has both is a place and a land, whichever is asked for.
  @Test func aPlaceWithItsOutlineIsBoth() throws {
    let kml = """
      <kml><Placemark><name>Quay</name><ExtendedData><Data name="country"><value>QM</value></Data></ExtendedData>
      <MultiGeometry><Point><coordinates>11.51,41.25</coordinates></Point><Polygon><outerBoundaryIs><LinearRing>
      <coordinates>11,41 12,41 12,42 11,41</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>
      </Placemark></kml>
      """
    let json = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Quay","country":"QM"},
      "geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[11.51,41.25]},
      {"type":"Polygon","coordinates":[[[11,41],[12,41],[12,42],[11,41]]]}]}}]}
      """
    for (name, text) in [("q.kml", kml), ("q.geojson", json)] {
      let outlines = try Proposal(.outlines, try Self.table(name, text))
      #expect(
        outlines.rows.map { Array($0.suffix(2)) } == [["41", "11"], ["41", "12"], ["42", "12"]])
      let sites = try Proposal(.sites, try Self.table(name, text))
      #expect(sites.rows.count == 1 && sites.rows[0].contains("41.25"))
    }
  }
}

@Suite struct TimeTests {
  @Test func featuresAreObservations() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point",
      "coordinates":[23.71234,52.0876]},"properties":{"claim":"x","credibility":2,"note":null}}]}
      """
    let (rows, _) = try ObservationRows(named: [:], constants: [:])
      .rows(try ForeignTableTests.table("f.geojson", text))
    #expect(rows == [["claim": "x", "credibility": "2", "place": "near 52.1 N 23.7 E"]])
  }

  /// A zone moves a day; what has none is told.
  @Test func zonesMoveDays() throws {
    let late = try #require(Moment("2031-03-15T23:30:00-05:00"))
    #expect(late.day.description == "2031-03-16" && late.clock == "04:30:00" && late.hasZone)
    #expect(Moment("2031-03-15 22:40:12+00:00")?.clock == "22:40:12")
    #expect(Moment("2031-03-15 22:40")?.hasZone == false)
    #expect(Moment("2031-03-16T01:00+0300")?.day.description == "2031-03-15")
    for text in [
      "2031-03-15", "2031-02-30 10:00", "22:40", "2031-03-15 25:00", "2031-03-15 10:61", "x y",
    ] {
      #expect(Moment(text) == nil, "\(text)")
    }
  }

  /// Two districts; in the first an alarm of the whole and one of a part overlap: one alarm of 85 minutes.
  @Test func overlappingAlarmsAreOne() throws {
    let text = """
      oblast,raion,level,started_at,finished_at
      North,,oblast,2031-03-15 22:40:00+00:00,2031-03-15 23:25:00+00:00
      North,One,raion,2031-03-15 23:10:00+00:00,2031-03-16 00:05:00+00:00
      South,,oblast,2031-03-15 10:00:00+00:00,2031-03-15 10:30:00+00:00
      South,,oblast,2031-03-15 12:00:00+00:00,2031-03-15 11:30:00+00:00
      """
    let proposal = try Proposal(
      .alarms, try ForeignTableTests.table("s.csv", text),
      constants: ["country": "UA", "source": "log"])
    #expect(
      proposal.rows.map { Array($0[2...9]) } == [
        ["North", "2031-03-15", "2031-03-17", "1", "1.4", "85 min", "85 min", "85 min"],
        ["South", "2031-03-15", "2031-03-17", "1", "0.5", "30 min", "30 min", "30 min"],
      ])
    #expect(proposal.notes.contains { $0.hasPrefix("left out: no start and end") })
  }

  @Test func alertsAreToldInOneZone() throws {
    let text =
      "date,country,class,sent,arrival,rules\n,PL,cruise,2024-03-24 04:58+01:00,2024-03-25T00:10:00+01:00,peace\n"
    let proposal = try Proposal(
      .alerts, try ForeignTableTests.table("a.csv", text), constants: ["date": "2024-03-24"])
    let row = Dictionary(
      uniqueKeysWithValues: zip(proposal.columns, proposal.rows[0]).map { ($0, $1) })
    #expect(
      row["date"] == "2024-03-24" && row["sent"] == "03:58:00" && row["arrival"] == "23:10:00")
    #expect(proposal.notes.contains { $0.hasPrefix("day and times of day are those of UTC") })
  }

  /// A log with other columns becomes rows of the log of observations.
  @Test func columnsMayBeNamed() throws {
    let text = "oblast,started_at,level\nNorth,2025-03-15 23:40:00-02:00,oblast\n"
    let (rows, notes) = try ObservationRows(
      named: ["observed": "started_at", "place": "oblast"], constants: ["feed": "press"]
    ).rows(try ForeignTableTests.table("s.csv", text))
    #expect(rows == [["observed": "2025-03-16", "place": "North", "feed": "press"]])
    #expect(
      notes == [
        "columns that are left out: level", "times of day are told as days of UTC",
      ])
    #expect(throws: InvalidScenario.self) {
      try ObservationRows(named: ["place": "oblastt"], constants: [:])
        .rows(try ForeignTableTests.table("s.csv", text))
    }
  }
}
