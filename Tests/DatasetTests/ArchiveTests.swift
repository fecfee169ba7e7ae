import Datasets
import Foundation
import Kernels
import Testing

/// Archives made by hand, byte by byte, from the ZIP specification (APPNOTE 6.3.3).
enum Handmade {
  static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8((value >> (8 * $0)) & 0xff) }
  }

  /// CRC-32 bit by bit, polynomial 0xEDB88320.
  static func crc(_ bytes: [UInt8]) -> Int {
    var c: UInt32 = 0xffff_ffff
    for byte in bytes {
      c ^= UInt32(byte)
      for _ in 0..<8 { c = c & 1 == 1 ? (c >> 1) ^ 0xedb8_8320 : c >> 1 }
    }
    return Int(c ^ 0xffff_ffff)
  }

  static func zip(_ members: [(String, [UInt8])], checksum: (Int) -> Int = { $0 }) -> [UInt8] {
    var (body, directory) = ([UInt8](), [UInt8]())
    for (name, data) in members {
      let fields =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(checksum(crc(data)), 4)
        + little(data.count, 4) + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4b50, 4) + little(20, 2) + fields + little(0, 10) + little(body.count, 4)
        + Array(name.utf8)
      // little(0, 10): comment length, disk, internal and external attributes
      body += little(0x0403_4b50, 4) + fields + Array(name.utf8) + data
    }
    return body + directory + little(0x0605_4b50, 4) + little(0, 4) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
  }
}

@Suite struct ArchiveTests {
  let archive = Handmade.zip([("a/one.txt", Array("hello".utf8)), ("two", [0, 1, 2])])

  @Test func membersAreRead() throws {
    let zip = try ZipArchive(archive)
    #expect(zip.names == ["a/one.txt", "two"])
    #expect(try zip.member("two") == [0, 1, 2])
  }

  @Test func halfAnArchiveIsSaid() {
    #expect(throws: DataError(.badData, "not a whole ZIP archive: its directory is missing")) {
      try ZipArchive(Array(archive.prefix(archive.count / 2)))
    }
  }

  @Test func damageIsFoundByTheChecksum() throws {
    let zip = try ZipArchive(Handmade.zip([("x", [1, 2, 3])], checksum: { $0 ^ 1 }))
    #expect(throws: DataError(.badData, "member 'x' does not match its checksum")) {
      try zip.member("x")
    }
    #expect(throws: DataError(.badData, "the archive has no member 'y'")) { try zip.member("y") }
  }

  /// Every prefix and every single-byte change ends in an error or in the right bytes.
  @Test func noDamageCrashes() {
    for length in 0..<archive.count {
      _ = try? ZipArchive(Array(archive.prefix(length))).member("two")
    }
    for at in archive.indices {
      var bytes = archive
      bytes[at] ^= 0xff
      _ = try? ZipArchive(bytes).member("two")
    }
  }

  /// FIPS 180-2: SHA-256 of "abc" and of nothing.
  @Test func sha256MatchesFips() {
    #expect(
      Sha256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Sha256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func numpyArraysAreReadAndCutOnesRefused() throws {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }"
    let text = header + String(repeating: " ", count: 117 - header.count) + "\n"
    let values = [1.5, -2, 3, 4].flatMap {
      Handmade.little(Int(bitPattern: UInt(($0 as Double).bitPattern)), 8)
    }
    let bytes =
      [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0] + Handmade.little(118, 2) + Array(text.utf8)
      + values
    let array = try NumpyArray(bytes)
    #expect(array.rows == 2 && array.columns == 2 && array.values == [1.5, -2, 3, 4])
    #expect(throws: DataError(.badData, "a NumPy array cut short")) {
      try NumpyArray(Array(bytes.dropLast()))
    }
    #expect(throws: DataError(.badData, "not a NumPy array")) { try NumpyArray([1, 2, 3]) }
  }
}

@Suite struct InstallerTests {
  /// A fresh folder, gone afterwards.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private let csv = Array("\"icao\",\"lat\"\n\"EPWA\",52.1\n".utf8)

  private func layer(sha256: String) -> Layer {
    let real = Layer.all.first { $0.id == "airfields" }!
    return Layer(
      id: real.id, summary: real.summary,
      origin: .wheel(name: "airportsdata", version: "1", file: "a.whl", sha256: sha256, bytes: 1),
      file: real.file, attribution: real.attribution, licence: real.licence)
  }

  private var wheel: [UInt8] { Handmade.zip([("airportsdata/airports.csv", csv)]) }

  @Test func aLayerIsInstalledVerifiedAndLeftAlone() throws {
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      let layer = layer(sha256: Sha256.hex(wheel))
      let bytes = wheel
      let installer = Installer(pack: pack) { _, folder in
        try Files.write(bytes, to: folder.appendingPathComponent("a.whl"))
      }
      var said: [String] = []
      try installer.install([layer]) { said.append($0) }
      #expect(pack.fault(of: layer) == nil)
      #expect(try Files.read(folder.appendingPathComponent("airfields.csv")) == csv)
      try Installer(pack: pack) { _, _ in Issue.record("fetched again") }
        .install([layer]) { said.append($0) }
      #expect(said.last == "[1/1] airfields: already there")
      // damage is noticed and mended
      try Files.write([1, 2, 3], to: folder.appendingPathComponent("airfields.csv"))
      #expect(pack.fault(of: layer) == "differs from what was installed")
      try installer.install([layer]) { _ in }
      #expect(pack.fault(of: layer) == nil)
    }
  }

  /// What a package of roads holds, and the network that is kept of it; nil where the text is not what it should be.
  private func roads(_ text: String) throws -> Network? {
    let wheel = Handmade.zip([("scgraph_data/world_highways.py", Array(text.utf8))])
    let real = Layer.all.first { $0.id == "roads" }!
    let layer = Layer(
      id: real.id, summary: real.summary,
      origin: .wheel(
        name: "scgraph_data", version: "1", file: "s.whl", sha256: Sha256.hex(wheel), bytes: 1),
      file: real.file, attribution: real.attribution, licence: real.licence)
    var network: Network?
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      let installer = Installer(pack: pack) { _, folder in
        try Files.write(wheel, to: folder.appendingPathComponent("s.whl"))
      }
      do { try installer.install([layer]) { _ in } } catch { return }
      network = try pack.network("roads")
    }
    return network
  }

  /// Node 0 has a link to itself, which leads nowhere; 1.5 km and 250 m are links once, though they stand at both ends.
  @Test func roadsAreReadAndKept() throws {
    let network = try #require(
      try roads(
        "import x\ngraph=[{0: 0.0, 1: 1.5}, {0: 1.5, 2: 0.25}, {1: 0.25}, {}]\n"
          + "nodes=[[52.1, 23.7], [52.2, 23.8], [-0.5, -179.9], [1, 2]]\nwhatever = 1\n"))
    #expect(network.links.map(\.length) == [1_500, 250])
    #expect(network.links.map { [$0.first, $0.last] } == [[0, 1], [1, 2]])
    // singles: right to 1e-5 of a degree
    #expect(abs(network.points[2].x + 179.9) < 1e-5 && abs(network.points[2].y + 0.5) < 1e-5)
    #expect(network.degree(of: 3) == 0)
  }

  @Test(arguments: [
    "graph=[{1: 1.5}, {0: 1.5}]\n", "graph=[{1: 1.5}]\nnodes=[[1, 2], [3, 4]]\n",
    "graph=[{9: 1.5}, {}]\nnodes=[[1, 2], [3, 4]]\n",
    "graph=[{1: -1}, {}]\nnodes=[[1, 2], [3, 4]]\n",
    "graph=[{1: 1e9}, {}]\nnodes=[[1, 2], [3, 4]]\n",
    "graph=[{1: 1}, {}]\nnodes=[[91, 2], [3, 4]]\n",
    "graph=[{1: 1}, {}", "graph=[{1: 99999999999999999999}, {}]\nnodes=[[1, 2], [3, 4]]\n",
    "graph=[__import__('os')]\nnodes=[]\n", "",
  ])
  func roadsThatAreNoneAreRefused(_ text: String) throws {
    #expect(try roads(text) == nil)
  }

  @Test func aWrongHashIsRefusedAndNothingIsKept() throws {
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      let expected = String(repeating: "0", count: 64)
      let bytes = wheel
      let installer = Installer(pack: pack) { _, folder in
        try Files.write(bytes, to: folder.appendingPathComponent("a.whl"))
      }
      #expect(
        throws: DataError(
          .badData,
          "airportsdata 1: SHA-256 is \(Sha256.hex(bytes)), expected \(expected)\n"
            + "  help: the file was removed; nothing else was changed")
      ) { try installer.install([layer(sha256: expected)]) { _ in } }
      #expect(pack.manifest().isEmpty)
      #expect(
        !FileManager.default.fileExists(
          atPath: folder.appendingPathComponent("downloads/a.whl").path))
    }
  }

  /// A half download of an earlier run is thrown away and fetched again.
  @Test func anInterruptedDownloadGoesOn() throws {
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      let bytes = wheel
      try Files.write(
        Array(bytes.prefix(30)), to: folder.appendingPathComponent("downloads/a.whl"))
      let installer = Installer(pack: pack) { _, folder in
        try Files.write(bytes, to: folder.appendingPathComponent("a.whl"))
      }
      try installer.install([layer(sha256: Sha256.hex(bytes))]) { _ in }
      #expect(pack.manifest()["airfields"] != nil)
    }
  }

  @Test func noNetworkLeavesThePackAsItWas() throws {
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      let installer = Installer(pack: pack) { _, _ in
        throw DataError(.noInput, "cannot download x: no network")
      }
      #expect(throws: DataError(.noInput, "cannot download x: no network")) {
        try installer.install([layer(sha256: "")]) { _ in }
      }
      #expect(pack.manifest().isEmpty)
    }
  }

  @Test func aMissingLayerSaysWhatToRun() throws {
    try inFolder { folder in
      #expect(
        throws: DataError(
          .noInput,
          "layer 'terrain' is not installed\n  help: run 'vedette data install' (make data)")
      ) { try DataPack(folder: folder).terrain() }
    }
  }

  /// A target that cannot be made leaves nothing behind.
  @Test func aFailedWriteLeavesNothing() throws {
    try inFolder { folder in
      let blocked = folder.appendingPathComponent("file")
      try Files.write("x", to: blocked)
      #expect(throws: DataError.self) {
        try Files.write("y", to: blocked.appendingPathComponent("inside.txt"))
      }
      #expect(try Files.read(blocked) == [0x78])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }
  }

  /// Files of one set: where one of them cannot be written, every old one stands.
  @Test func aSetOfFilesIsWrittenWholeOrNotAtAll() throws {
    try inFolder { folder in
      let (one, two) = ("\(folder.path)/one.txt", "\(folder.path)/two.txt")
      try Files.write(together: [(text: "old", path: one), (text: "old", path: two)])
      let error = #expect(throws: DataError.self) {
        try Files.write(
          together: [(text: "new", path: one), (text: "new", path: "\(two)/inside.txt")])
      }
      #expect(error?.kind == .cannotWrite)
      #expect(try Files.read(path: one) == Array("old".utf8))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["one.txt", "two.txt"])
      try Files.write(together: [(text: "new", path: one), (text: "new", path: two)])
      #expect(try Files.read(path: one) == Array("new".utf8))
      #expect(try Files.read(path: two) == Array("new".utf8))
    }
  }

  /// A folder that cannot be made is a place where nothing can be written, in the system's words.
  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Files.write("x", to: file)
      let error = #expect(throws: DataError.self) {
        try Files.makeFolder(file.appendingPathComponent("inside"))
      }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.description.hasPrefix("cannot make the folder \(file.path)/inside: ") == true)
    }
  }

  /// Damage inside a layer is bad data, what is not there is no input.
  @Test func kindsOfErrorsAreTyped() throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("cut.zip")
      try Files.write("no archive", to: url)
      let damaged = #expect(throws: DataError.self) { try ZipArchive(Files.read(url)) }
      #expect(damaged?.kind == .badData)
      let missing = #expect(throws: DataError.self) {
        try Files.read(folder.appendingPathComponent("nothing"))
      }
      #expect(missing?.kind == .noInput)
    }
  }

  /// Links out of a scenario's folder and hidden files are not read.
  @Test func onlyThePlainFilesOfAFolderAreRead() throws {
    try inFolder { folder in
      try Files.write("a", to: folder.appendingPathComponent("scenario.yaml"))
      try Files.write("b", to: folder.appendingPathComponent("catalogue/x.yaml"))
      try Files.write("c", to: folder.appendingPathComponent(".hidden.yaml"))
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("out.yaml").path, withDestinationPath: "/etc/passwd")
      let names = try Files.texts(under: folder.path, endings: [".yaml"]).map(\.name)
      #expect(names == ["catalogue/x.yaml", "scenario.yaml"])
    }
  }
}
