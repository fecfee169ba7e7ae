import ArgumentParser
import Datasets
import Findings
import Foundation
import Kernels
import Quantities
import Reports
import RunStore
import Tactical
import Theatre
import Vedette

/// `vedette figures`: the pictures of the briefing, to take away.
struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Write every picture of the briefing as SVG and PNG, maps as GeoPackage and KML.",
    discussion:
      "Each picture carries its title, its key, its caption and whose data it shows. PNG for slides (1920 × 1080 at most) and for print "
      + "(170 mm at 300 dots an inch) through rsvg-convert, where it is installed.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @OptionGroup var options: DrawOptions
  @OptionGroup var whatIf: WhatIfOptions
  @Option(help: "Folder for the files.") var out = "figures"
  @Flag(help: "Print what was written as JSON.") var json = false

  /// Widths and heights that a PNG fits into, pixels.
  private static let sizes = [("slide", 1_920, 1_080), ("print", 2_008, 2_840)]

  func run() async throws {
    try await Terminal.run { [self] in
      let analysis = try options.analysis(try whatIf.scenario(scenario, alone: false))
      let theatre = analysis.scenario.theatre
      let results = try await options.answer(.everything, analysis)
      let page = try BriefingPage(
        results: results, theatre: theatre, classes: theatre.classesOfThreat, pack: Terminal.pack)
      let pictures = page.standalone(footer: FiguresCommand.footer(results))
      let rasteriser = Rasteriser()
      let drawn = try await drawn(pictures, rasteriser)
      let package = try ResultsPackage.bytes(results, theatre, borders: analysis.borders)
      let places = KmlDocument(results, theatre, classes: theatre.classesOfThreat).text
      let files =
        drawn + [(package, "\(out)/results.gpkg"), (Array(places.utf8), "\(out)/places.kml")]
      try Task.checkCancellation()
      try Files.write(together: files.map { (bytes: $0.0, path: $0.1) })
      if rasteriser == nil {
        Terminal.complain("no PNG: rsvg-convert is not there (Debian package librsvg2-bin)")
      }
      let paths = files.map(\.1)
      try Terminal.print(
        json
          ? Json.object([("files", .array(paths.map { .string($0) }))]).text + "\n"
          : paths.map { "\($0)\n" }.joined())
    }
  }

  /// Every picture in every form.
  private func drawn(
    _ pictures: [StandalonePicture], _ rasteriser: Rasteriser?
  ) async throws -> [([UInt8], String)] {
    let bar = ProgressBar(options.progress)
    let shown: @Sendable (Int, Int) -> Void = { bar.show("drawing pictures", $0, $1) }
    let out = out
    let all = try await inParallel(pictures.count, threads: options.threads, finished: shown) {
      index -> [([UInt8], String)] in
      let picture = pictures[index]
      var files = [(Array(picture.svg.utf8), "\(out)/\(picture.id).svg")]
      for (name, width, height) in FiguresCommand.sizes {
        guard let rasteriser else { break }
        files.append(
          (
            try rasteriser.png(picture.svg, width: width, height: height),
            "\(out)/\(picture.id)-\(name).png"
          ))
      }
      return files
    }
    return all.flatMap(\.self)
  }

  /// Which run it is of and whose data are in it.
  private static func footer(_ results: Results) -> [String] {
    let run = results.run
    let credits = results.foundations.data.map(\.attribution)
    return [
      "Vedette \(run.version), \(run.scenario), seed \(run.seed), \(run.replicates) × \(run.draws) draws."
        + (credits.isEmpty ? "" : " \(credits.joined(separator: "; ")).")
    ]
  }
}
