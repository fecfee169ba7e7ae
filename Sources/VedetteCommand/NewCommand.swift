import ArgumentParser
import Datasets
import Foundation
import Imports
import Quantities

/// `vedette new FOLDER`: a scenario to begin with.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a scenario: a folder that checks and briefs as it stands.",
    discussion:
      "Places are the most populous towns of one country in the region; launcher, drones and radar are notional. "
      + "Replace them, then see what 'vedette check' says. The towns come from the data pack.")

  @Argument(help: "A folder that is not there yet.") var folder: String
  @Option(help: "South, west, north and east of the region, degrees: 54,20,57,27.")
  var region: String?
  @Option(
    help: "Whose places are warned, two letters; the region's most populous country when left out.")
  var country: String?
  @Option(help: "Whose launchers are looked at; the nearest other country when left out.")
  var other: String?
  @Option(help: "Its title.") var title = "A scenario to begin with"
  @Flag(help: "Print as JSON.") var json = false

  /// Lithuania and the towns beyond its border, where nothing is said.
  private var asked: String { region ?? "53.5,20.5,56.5,28.5" }
  private var edges: [Double] { asked.split(separator: ",").compactMap { Double($0) } }

  func validate() throws {
    guard edges.count == 4, asked.split(separator: ",").count == 4 else {
      throw ValidationError("--region \(asked): expected south,west,north,east in degrees")
    }
    for code in [country, other].compactMap(\.self) where CountryCode(code) == nil {
      throw ValidationError("'\(code)': expected \(CountryCode.expected)")
    }
    if title.contains(where: { $0.isNewline || ":#\"'".contains($0) }) {
      throw ValidationError(
        "--title: expected one line without colons, number signs and quotation marks")
    }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      guard !FileManager.default.fileExists(atPath: folder) else {
        throw DataError(.badData, "\(folder): is there already; nothing was written")
      }
      let template = try ScenarioTemplate(
        title: title, region: (edges[0], edges[1], edges[2], edges[3]),
        country: country ?? (region == nil ? "LT" : nil),
        other: other ?? (region == nil && country == nil ? "BY" : nil), pack: Terminal.pack)
      let files = template.files.map { (text: $0.text, path: "\(folder)/\($0.name)") }
      try Files.makeFolder(URL(fileURLWithPath: folder))
      try Files.write(together: files)
      try Terminal.print(
        json
          ? Json.object([("files", .array(files.map { .string($0.path) }))]).text + "\n"
          : files.map { "\($0.path)\n" }.joined()
            + "next: vedette check \(folder); vedette brief \(folder)\n")
    }
  }
}
