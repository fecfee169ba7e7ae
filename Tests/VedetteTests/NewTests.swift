import Datasets
import Findings
import Foundation
import Imports
import Quantities
import Scenarios
import Testing
import Theatre
import Vedette

/// A scenario to begin with, from a gazetteer of six towns.
@Suite struct NewTests {
  private static func pack() throws -> (pack: DataPack, folder: URL) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    try Files.makeFolder(folder)
    try Files.write(
      "id,name,country,latitude,longitude,population\n1,\"Great, Port\",QM,42.02,12.01,90000\n"
        + "2,Mill,QM,42.5,12.0,8000\n3,Quarter of Port,QM,42.05,12.02,20000\n4,Over There,QN,42.1,14.0,50000\n"
        + "5,Far,QN,42.1,16.0,500000\n6,Elsewhere,QO,52,12,1000\n",
      to: folder.appendingPathComponent("towns.csv"))
    try Files.write(
      #"{"towns":{"version":"1","sha256":"","bytes":1}}"#,
      to: folder.appendingPathComponent("manifest.json"))
    return (DataPack(folder: folder), folder)
  }

  @Test func itReadsAndAnswers() async throws {
    let (pack, folder) = try Self.pack()
    defer { try? FileManager.default.removeItem(at: folder) }
    let template = try ScenarioTemplate(
      title: "First", region: (41, 11, 44, 17), country: "QM", other: "QN", pack: pack)
    let scenario = try Scenario(
      id: "new",
      files: template.files.map { TextFile(name: $0.name, bytes: Array($0.text.utf8)) })
    // a quarter of a town is none; the border of QM is in no layer
    #expect(scenario.theatre.places.map(\.id) == ["great-port", "mill"])
    #expect(scenario.theatre.sites["launch-area"]?.name == "Over There")
    #expect(scenario.warnings.allSatisfy { $0.message.contains("under peace rules") })
    let analysis = Analysis(
      scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
    let results = try await analysis.answer(.everything, .draws(4), seed: 1)
    #expect(
      results.figures.contains {
        "\($0.id)" == "tactical/great-port/warning.quasi-ballistic/after/median"
      })
  }

  @Test func whatCannotBe() throws {
    let (pack, folder) = try Self.pack()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (region, country) in [
      ((41.0, 11.0, 44.0, 17.0), "QX"), ((0, 0, 1, 1), nil), ((44, 11, 41, 17), nil),
    ] as [((Double, Double, Double, Double), String?)] {
      #expect(throws: DataError.self) {
        try ScenarioTemplate(title: "x", region: region, country: country, pack: pack)
      }
    }
  }
}
