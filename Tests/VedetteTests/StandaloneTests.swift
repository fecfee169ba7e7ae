import Datasets
import Findings
import Foundation
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Vedette

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures and places that leave the page: files that stand by themselves.
@Suite struct StandaloneTests {
  private static let meridia = Task {
    let scenario = try Scenario(path: repository.appendingPathComponent("Scenarios/meridia").path)
    let analysis = analysis(scenario)
    return (scenario.theatre, try await analysis.results(.draws(8), seed: 1))
  }

  private func pictures(_ theatre: Theatre, _ results: Results) throws -> [StandalonePicture] {
    try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent")
    ).standalone(footer: ["Whose <data> & when"])
  }

  /// Well-formed, with nothing in it that stands elsewhere: no named colour, no reference to another picture.
  @Test func aPictureStandsAlone() async throws {
    let (theatre, results) = try await Self.meridia.value
    let all = try pictures(theatre, results)
    #expect(all.count == 12)
    for picture in all {
      #expect(XMLParser(data: Data(picture.svg.utf8)).parse(), "\(picture.id)")
      #expect(!picture.svg.contains("var(--"), "\(picture.id)")
      let ids = Set(picture.svg.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) })
      for use in picture.svg.matches(of: #/(?:href="#|url\(#)([^")]+)/#) {
        // a name that only a rule of the style sheet mentions is of maps
        guard String(use.output.1) != "hatch-other" else { continue }
        #expect(ids.contains(String(use.output.1)), "\(picture.id): \(use.output.1)")
      }
      #expect(picture.svg.contains("Whose &lt;data&gt; &amp; when"))
      #expect(picture.svg.contains("class=\"title\""))
      let isMap = picture.id.hasPrefix("map-")
      #expect(picture.svg.contains("id=\"base\"") == isMap)
      #expect(
        picture.svg.contains("scenario's own") || picture.svg.contains("scenario&#39;s own")
          || !isMap)
    }
  }

  /// Where nothing is compared, the one map brings its own land.
  @Test func aMapWithoutAComparisonHasItsLand() async throws {
    let text = Island.scenario
    let alone = try #require(text.range(of: "  tense:")).lowerBound
    let alert = try #require(text.range(of: "alert:")).lowerBound
    let trials = try #require(text.range(of: "trials:")).lowerBound
    let scenario = try Scenario(
      id: "island",
      files: Island.files(["scenario.yaml": String(text[..<alone] + text[alert..<trials])]))
    let results = try await analysis(scenario).results(.draws(4), seed: 1)
    let page = try BriefingPage(
      results: results, theatre: scenario.theatre, classes: scenario.theatre.classesOfThreat,
      pack: DataPack(path: "/nonexistent"))
    let map = try #require(page.svg("map-after"))
    #expect(map.contains("href=\"#base\"") && map.contains("id=\"base\""))
  }

  /// Places and sites, one point each; no line, no area.
  @Test func kmlHasPlacesAndSitesAndNoTracks() async throws {
    let (theatre, results) = try await Self.meridia.value
    let kml = KmlDocument(results, theatre, classes: theatre.classesOfThreat).text
    final class Reader: NSObject, XMLParserDelegate {
      var elements: [String: Int] = [:]
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
      ) { elements[name, default: 0] += 1 }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(kml.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.elements["Placemark"] == theatre.places.count + theatre.sites.count)
    #expect(reader.elements["Point"] == reader.elements["Placemark"])
    for element in ["LineString", "Polygon", "Track", "gx:Track", "LinearRing"] {
      #expect(reader.elements[element] == nil, "\(element)")
    }
    #expect(kml.contains("siren before the impact"))
  }
}
