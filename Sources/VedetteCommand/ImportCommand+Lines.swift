import ArgumentParser
import Datasets
import Foundation
import Kernels
import Quantities

/// Roads or railways of the user's own.
protocol LinesImport: AsyncParsableCommand {
  /// `roads` or `railways`, and what the bridge calls it.
  static var layer: (id: String, kind: String) { get }
  var options: LinesOptions { get }
}

struct LinesOptions: ParsableArguments, Sendable {
  @Argument(help: "OSM PBF, GeoPackage, GeoJSON, Shapefile or FlatGeobuf.") var file: String
  @Option(help: "Name under which scenarios find it.") var name: String
  @Option(
    name: .customLong("class"), parsing: .unconditionalSingleValue,
    help:
      "A class that is wanted, as the file calls it; may be repeated. The usual ones when left out."
  )
  var classes: [String] = []
  @Option(help: "Layer; every layer of lines when left out.") var layer: String?
  @Option(help: "Progress on standard error: auto, bar, json or none.")
  var progress: ProgressBar.Style = .auto
  @Flag(help: "Print as JSON.") var json = false

  func validate() throws {
    if !Address.isIdentifier(name) {
      throw ValidationError("--name \(name): write lower-case letters, digits, '-' and '_'")
    }
  }
}

extension LinesImport {
  func run() async throws {
    let options = options
    try await Terminal.run {
      let bar = ProgressBar(options.progress)
      let (id, kind) = Self.layer
      let pack = Terminal.pack
      let target = pack.networkFile(id, options.name)
      try Files.makeFolder(target.deletingLastPathComponent())
      let text = target.deletingLastPathComponent()
        .appendingPathComponent(".\(options.name).\(getpid()).lines")
      defer { try? FileManager.default.removeItem(at: text) }
      try Gdal.needed().lines(
        options.file, kind: kind, classes: options.classes, layer: options.layer, to: text
      ) { bar.show("reading", $0, 1_000) }
      try Task.checkCancellation()
      let lines = try LinesFile(text)
      try pack.keep(lines.network, as: id, options.name)
      let told = LinesWords(lines: lines, id: id, name: options.name, file: target)
      try Terminal.print(options.json ? told.json.text + "\n" : told.text)
    }
  }
}

extension ImportCommand {
  struct Roads: LinesImport {
    static let layer = (id: "roads", kind: "road")
    static let configuration = CommandConfiguration(
      commandName: "roads",
      abstract: "Roads of your own: OSM PBF, GeoPackage, GeoJSON, Shapefile.",
      discussion:
        "A scenario uses them with 'roads: NAME'. Lines meet where they have a point in common. The usual classes are OpenStreetMap's from motorway to tertiary; "
        + "of lines without a class all are taken. Needs vedette-gdal (make gdal).")

    @OptionGroup var options: LinesOptions
  }

  struct Railways: LinesImport {
    static let layer = (id: "railways", kind: "rail")
    static let configuration = CommandConfiguration(
      commandName: "railways",
      abstract: "Railways of your own: OSM PBF, GeoPackage, GeoJSON, Shapefile.",
      discussion:
        "A scenario uses them with 'railways: NAME'. Lines meet where they have a point in common; where the gauge that the file tells changes, trains wait. "
        + "Sidings and yards are left out. Needs vedette-gdal (make gdal).")

    @OptionGroup var options: LinesOptions
  }
}

/// What came of an import.
private struct LinesWords {
  let lines: LinesFile
  let id, name: String
  let file: URL

  private var classes: [(name: String, ways: Int, kilometres: Int)] {
    lines.summary.classes.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.ways, Int(($0.value.length / 1_000).rounded()))
    }
  }

  private var gauges: [(millimetres: Int, kilometres: Int)] {
    lines.summary.gauges.sorted { $0.key < $1.key }.map {
      ($0.key, Int(($0.value / 1_000).rounded()))
    }
  }

  var json: Json {
    let speeds = lines.summary.speeds
    return .object([
      ("name", .string(name)), ("file", .string(file.path)),
      ("nodes", .integer(lines.network.points.count)),
      ("links", .integer(lines.network.links.count)),
      (
        "classes",
        .array(
          classes.map {
            .object([
              ("class", .string($0.name)), ("ways", .integer($0.ways)),
              ("km", .integer($0.kilometres)),
            ])
          })
      ),
      (
        "gauges",
        .array(
          gauges.map {
            .object([("mm", .integer($0.millimetres)), ("km", .integer($0.kilometres))])
          })
      ),
      ("bridges", .integer(lines.summary.bridges)), ("ways_with_speed", .integer(speeds.ways)),
    ])
  }

  var text: String {
    let speeds = lines.summary.speeds
    var text =
      "\(file.path)\n\(lines.network.points.count) nodes where ways end or meet, \(lines.network.links.count) links\n"
    for (name, ways, kilometres) in classes {
      text += "  \(name): \(ways) ways, \(kilometres) km\n"
    }
    if id == "railways" {
      let told = gauges.map { gauge, kilometres in
        "\(gauge == 0 ? "unknown" : "\(gauge) mm") \(kilometres) km"
      }
      text += "gauges: \(told.joined(separator: ", "))\n"
    }
    text += "bridges: \(lines.summary.bridges)"
    if speeds.ways > 0 {
      text += "; speeds of \(speeds.ways) ways, \(speeds.least) to \(speeds.most) km/h"
    }
    return text
      + "; neither changes a way: columns are slower than roads allow\nuse it with '\(id): \(name)' in scenario.yaml\n"
  }
}
