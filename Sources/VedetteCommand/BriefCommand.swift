public import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
public import Reports
import RunStore
import Tactical
import Theatre
import Validation
import Vedette

/// Options of every command that draws.
struct DrawOptions: ParsableArguments, Sendable {
  @Option(help: "Draws in each of the 16 replicates, a power of two.")
  var draws: Int?
  @Option(
    help: "Draw until the computing error of every median that matters is below this, as 5s.")
  var until: String?
  @Option(help: "Seed; printed with every result.")
  var seed: UInt64 = 1
  @Option(help: "Tasks at once; results do not depend on it.")
  var threads: Int = min(64, ProcessInfo.processInfo.activeProcessorCount)
  @Option(help: "Draws a block, a multiple of 4; results do not depend on it.")
  var block: Int = 256
  @Flag(help: "Print what each stage took on standard error.")
  var timings = false
  @Option(help: "Progress on standard error: auto, bar, json or none.")
  var progress: ProgressBar.Style = .auto

  func validate() throws {
    if draws != nil && until != nil { throw ValidationError("give --draws or --until, not both") }
    if let draws, !(4...65_536).contains(draws) || draws.nonzeroBitCount != 1 {
      throw ValidationError("--draws \(draws): expected a power of two from 4 to 65536")
    }
    if until != nil && seconds == nil {
      throw ValidationError("--until \(until!): expected seconds, as 5s")
    }
    if !(1...64).contains(threads) { throw ValidationError("--threads: expected 1 to 64") }
    if block % 4 != 0 || !(4...4_096).contains(block) {
      throw ValidationError("--block: expected a multiple of 4 from 4 to 4096")
    }
  }

  private var seconds: Double? {
    until.flatMap { Double($0.hasSuffix("s") ? $0.dropLast() : $0[...]) }
      .flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  var effort: Effort { seconds.map { .until($0) } ?? .draws(draws ?? 128) }

  /// Reads a scenario.
  func scenario(_ path: String) throws -> Scenario {
    var watch = StopWatch(prints: timings)
    let scenario = try Scenario(path: path)
    watch.lap("read the scenario")
    return scenario
  }

  /// A scenario with its data; what is doubtful of either is said first.
  func analysis(_ scenario: Scenario) throws -> Analysis {
    var watch = StopWatch(prints: timings)
    let analysis = try Terminal.analysis(scenario)
    watch.lap("read the data")
    return analysis
  }

  /// Both at once.
  func analysis(_ scenario: String) throws -> Analysis { try analysis(self.scenario(scenario)) }

  /// Puts a question to a scenario.
  func answer(_ ask: Ask, _ analysis: Analysis) async throws -> Results {
    let bar = ProgressBar(progress)
    var watch = StopWatch(prints: timings)
    let results = try await analysis.answer(
      ask, effort, seed: seed, block: block, threads: threads
    ) { bar.show($0, $1, $2) }
    watch.lap("answer")
    return results
  }
}

extension BriefingPage.Order: ExpressibleByArgument {}

extension TrackRecord {
  /// Nil where the scenario has no log.
  init?(_ summary: EventSummary) {
    guard summary.count > 0 else { return nil }
    let names = ["the class's own times", "distance over speed"]
    self.init(
      alerts: Count(inside: summary.inside, of: summary.count),
      rivals: zip(names, summary.rivals).map { name, rival in
        (
          name, Count(inside: rival.inside, of: rival.count),
          Count(inside: rival.oursInside, of: rival.count)
        )
      })
  }
}

/// Tells what each stage took.
struct StopWatch {
  let prints: Bool
  private var last = ContinuousClock.now

  init(prints: Bool) { self.prints = prints }

  mutating func lap(_ stage: String) {
    let now = ContinuousClock.now
    let seconds = (now - last) / .seconds(1)
    last = now
    guard prints else { return }
    Terminal.complain("stage \(stage): \((seconds * 100).rounded() / 100) s")
  }
}

/// `vedette brief`: the main job.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Draw a scenario and write the briefing, figures and results.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @OptionGroup var options: DrawOptions
  @OptionGroup var whatIf: WhatIfOptions
  @Option(
    help: "Folder for briefing.html, results.gpkg, summary.csv, figures.csv and results.json.")
  var out = "out"
  @Option(help: "Order of places within their country: warning, loss, population or name.")
  var order: BriefingPage.Order = .warning
  @Option(
    help: ArgumentHelp(
      "Also write draws.csv: so many equally likely draws of every launcher at every place under every posture.",
      valueName: "draws"))
  var keep: Int?
  @Flag(help: "Also print the briefing as briefing.pdf; needs Chromium (Debian package chromium).")
  var pdf = false
  @Flag(help: "Print results.json to standard output instead of writing files.") var json = false

  func validate() throws {
    if pdf, json { throw ValidationError("--pdf: --json writes no file") }
    if let keep, !(1...1_000).contains(keep) {
      throw ValidationError("--keep \(keep): expected 1 to 1000")
    }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let start = ContinuousClock.now
      let printer = pdf ? PagePrinter() : nil
      if pdf, printer == nil {
        throw DataError(
          .noInput, "--pdf: no Chromium on the path\n  help: install the Debian package chromium")
      }
      let analysis = try options.analysis(try whatIf.scenario(scenario, alone: false))
      let theatre = analysis.scenario.theatre
      async let weighed = TrackRecord(
        TimedEvents.summary(TimedEvents.rows(analysis.scenario.document)).all)
      let results = try await options.answer(.everything, analysis)
      for (statement, figure) in results.untold {
        Terminal.complain("warning: statement '\(statement)': \(figure) is not told by this run")
      }
      let record = await weighed
      try Task.checkCancellation()
      var watch = StopWatch(prints: options.timings)
      var files = try await written(results, analysis, record) + kept(analysis)
      if let printer {
        let bar = ProgressBar(options.progress)
        bar.show("printing", 0, 1)
        defer { bar.show("printing", 1, 1) }
        let page = files.first { $0.path.hasSuffix("briefing.html") }?.bytes ?? []
        files.append(
          (try printer.pdf(String(decoding: page, as: UTF8.self)), "\(out)/briefing.pdf"))
      }
      watch.lap("make the files")
      if json {
        let text = files.first { $0.path.hasSuffix("results.json") }?.bytes ?? []
        try Terminal.print(String(decoding: text, as: UTF8.self))
        return
      }
      try Files.write(together: files)
      watch.lap("write the files")
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      try Terminal.tell(
        BriefText(results, theatre, classes: theatre.classesOfThreat).text
          + files.map { "\($0.path)\n" }.joined()
          + "\(Terminal.duration(seconds)), \(results.run.replicates) × \(results.run.draws) draws, seed \(results.run.seed)\n"
      )
    }
  }

  /// The draws that are asked for, as a file.
  private func kept(_ analysis: Analysis) async throws -> [(bytes: [UInt8], path: String)] {
    guard let keep, !json else { return [] }
    let bar = ProgressBar(options.progress)
    let draws = try await analysis.kept(
      keep, postures: analysis.scenario.theatre.postures.map(\.id), seed: options.seed,
      threads: options.threads
    ) { bar.show($0, $1, $2) }
    return [(DrawsFile.csv(draws), "\(out)/draws.csv")]
  }

  /// Every file of a run, none of them on the disk yet.
  private func written(
    _ results: Results, _ analysis: Analysis, _ record: TrackRecord?
  ) async throws -> [(bytes: [UInt8], path: String)] {
    let theatre = analysis.scenario.theatre
    async let figures = Array(FiguresFile.csv(results).utf8)
    async let tables = tables(results, analysis, record)
    let page = try BriefingPage(
      results: results, theatre: theatre, classes: theatre.classesOfThreat,
      pack: Terminal.pack, order: order, record: record)
    let document = ResultsDocument(results, record: record, judgements: page.judgements)
    let json = ResultsFile.json(document, declared: results.declared)
    return [
      (Array(page.html.utf8), "\(out)/briefing.html"),
      (try await tables.package, "\(out)/results.gpkg"),
      (try await tables.summary, "\(out)/summary.csv"),
      (await figures, "\(out)/figures.csv"), (Array(json.utf8), "\(out)/results.json"),
    ]
  }

  /// The results file, and the summary that is also a table of it.
  private func tables(
    _ results: Results, _ analysis: Analysis, _ record: TrackRecord?
  ) throws -> (package: [UInt8], summary: [UInt8]) {
    let theatre = analysis.scenario.theatre
    let summary = SummarySheet(results, theatre)
    return (
      try ResultsPackage.bytes(
        results, theatre, borders: analysis.borders, record: record, summary: summary),
      Array(summary.places.csv.utf8)
    )
  }
}
