import Datasets
import Foundation
import Kernels
import Testing

private func scratch(_ body: (URL) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("vedette-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url)
}

private func write(_ values: [Float], rows: Int, columns: Int, to url: URL) throws
  -> TiledGrid.Header
{
  let header = TiledGrid.Header(
    rows: rows, columns: columns, crs: "EPSG:32635", transform: [0, 30, 0, 0, 0, -30], origin: [])
  return try TiledGrid.write(header, to: url) { band in
    Array(values[(band.lowerBound * columns)..<(band.upperBound * columns)])
  }
}

@Suite struct TiledGridTests {
  /// Every post comes back, over edges of tiles that are not full.
  @Test func whatIsWrittenIsRead() throws {
    try scratch { folder in
      let (rows, columns) = (300, 517)
      var values = (0..<(rows * columns)).map { Float($0 % 977) - 100 }
      values[1_000] = .nan
      let url = folder.appendingPathComponent("a.tiles")
      let header = try write(values, rows: rows, columns: columns, to: url)
      let grid = try TiledGrid(url)
      #expect(header.unknown == 1 && header.low == -100 && header.high == 876)
      #expect(grid.header == header && grid.isWhole)
      for row in 0..<rows {
        for column in 0..<columns {
          let value = values[row * columns + column]
          let read = grid.value(row: row, column: column)
          if !(read == value || read.isNaN && value.isNaN) { Issue.record("\(row) \(column)") }
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.tiles"])
    }
  }

  /// A sweep over tiles is that over an array, bit by bit.
  @Test func aFieldOfTilesIsThatOfAnArray() throws {
    try scratch { folder in
      let (rows, columns) = (530, 601)
      let values = (0..<(rows * columns)).map {
        Float(200 + 80 * sin(Double($0 % columns) / 17) * cos(Double($0 / columns) / 23))
      }
      let url = folder.appendingPathComponent("a.tiles")
      _ = try write(values, rows: rows, columns: columns, to: url)
      let (x, y) = (255.25, 256.0)
      let plain = HeightField(
        rows: rows, columns: columns, width: 30, height: 30, values: values, x: x, y: y)
      let tiled = TiledField(try TiledGrid(url), width: 30, height: 30, x: x, y: y)
      let eye = plain.ground(x: x, y: y) + 15
      func floors<G: PostGround>(_ ground: G) -> [UInt32] {
        let sweep = FloorSweep(ground: ground, eye: eye, radius: 8.5e6)
        var result = [Float](repeating: .nan, count: rows * columns)
        result.withUnsafeMutableBufferPointer { floors in
          for wedge in 0..<FloorSweep<G>.wedges {
            sweep.write(wedge: wedge, into: floors.baseAddress!)
          }
        }
        return result.map(\.bitPattern)
      }
      let same = floors(plain) == floors(tiled)
      #expect(same)
    }
  }

  @Test(arguments: [
    (1, 500, "500 × 1 cells; expected at least 2 × 2"),
    (
      4, 1_000_000_000,
      "1000000000 × 4 cells; expected at most 1000000 each way and 4000000000 in all"
    ),
    (
      100_000, 100_000,
      "100000 × 100000 cells; expected at most 1000000 each way and 4000000000 in all"
    ),
  ])
  func shapesThatAreRefused(_ rows: Int, _ columns: Int, _ words: String) {
    #expect(TiledGrid.Header.refusal(rows: rows, columns: columns) == words)
  }

  /// Files that are not what they say end in words, never in a fault of memory.
  @Test func damagedFiles() throws {
    try scratch { folder in
      let url = folder.appendingPathComponent("a.tiles")
      func refusal(_ bytes: Data) throws -> String {
        try bytes.write(to: url)
        do {
          _ = try TiledGrid(url)
          return "read"
        } catch {
          return "\(error)".replacingOccurrences(of: url.path, with: "F")
        }
      }
      _ = try write([Float](repeating: 5, count: 40_000), rows: 200, columns: 200, to: url)
      let whole = try Data(contentsOf: url)
      #expect(try refusal(whole) == "read")
      #expect(try refusal(Data()) == "cannot read F: it is empty")
      #expect(try refusal(Data("GIF89a".utf8)) == "F: not a tiled grid")
      #expect(try refusal(Data(repeating: 0, count: 80_000)) == "F: not a tiled grid")
      #expect(
        try refusal(whole.dropLast(1))
          == "F: a damaged tiled grid: 327679 bytes, expected 327680")
      let bomb = String(decoding: whole.prefix(400), as: UTF8.self)
        .replacingOccurrences(of: "\"rows\":200", with: "\"rows\":9999999999")
      #expect(try refusal(Data(bomb.utf8) + whole.dropFirst(400)).hasPrefix("F: "))
      var bent = whole
      bent[70_000] ^= 1
      try bent.write(to: url)
      #expect(try !TiledGrid(url).isWhole)
    }
  }

  /// A write that fails half-way leaves what was there.
  @Test func aFailedWriteLeavesTheOldFile() throws {
    try scratch { folder in
      let url = folder.appendingPathComponent("a.tiles")
      _ = try write([1, 2, 3, 4], rows: 2, columns: 2, to: url)
      let header = TiledGrid.Header(
        rows: 600, columns: 2, crs: "EPSG:4326", transform: [0, 1, 0, 0, 0, -1], origin: [])
      #expect(throws: DataError(.badData, "stop")) {
        _ = try TiledGrid.write(header, to: url) { band throws(DataError) in
          if band.lowerBound > 0 { throw DataError(.badData, "stop") }
          return [Float](repeating: 0, count: band.count * 2)
        }
      }
      #expect(try TiledGrid(url).value(row: 1, column: 1) == 4)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.tiles"])
    }
  }
}

@Suite struct CacheTests {
  @Test func keepsAndForgets() throws {
    try scratch { folder in
      // three entries of about 4.2 kB in 10 kB: the one used longest ago goes
      let cache = Cache(folder.appendingPathComponent("c"), limit: 10_000)
      #expect(cache.numbers("a") == nil)
      for (index, key) in ["a", "b"].enumerated() {
        cache.keep([Float](repeating: Float(index), count: 1_000), under: key)
      }
      // a is older, then used
      func age(_ seconds: Double) throws {
        for url in try FileManager.default.contentsOfDirectory(
          at: cache.folder, includingPropertiesForKeys: nil)
        {
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: url.path)
        }
      }
      try age(1_000)
      #expect(cache.numbers("a") == [Float](repeating: 0, count: 1_000))
      cache.keep([Float](repeating: 7, count: 1_000), under: "c")
      #expect(cache.numbers("b") == nil)
      #expect(cache.numbers("a") != nil && cache.numbers("c") != nil)
    }
  }

  /// An entry with any byte changed, cut short, or of another key counts as absent, and is made anew.
  @Test func damagedEntriesAreAbsent() throws {
    try scratch { folder in
      let cache = Cache(folder)
      let numbers: [Float] = [1, .infinity, -0.0, 3.5]
      cache.keep(numbers, under: "key")
      let file = try #require(
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
          .first)
      let whole = try Data(contentsOf: file)
      for place in [0, 17, whole.count / 2, whole.count - 1] {
        var bent = whole
        bent[place] ^= 4
        try bent.write(to: file)
        #expect(cache.numbers("key") == nil, "byte \(place)")
      }
      try whole.dropLast(5).write(to: file)
      #expect(cache.numbers("key") == nil)
      try Data().write(to: file)
      #expect(cache.numbers("key") == nil)
      cache.keep(numbers, under: "key")
      #expect(cache.numbers("key") == numbers)
    }
  }

  /// Many writers of the same and of other keys at once: every reader finds a whole entry or none.
  @Test func manyAtOnce() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = Cache(folder, limit: 60_000)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<16 {
        group.addTask {
          var isSound = true
          for round in 0..<20 {
            let key = (task * 7 + round) % 5
            cache.keep([Float](repeating: Float(key), count: 2_000), under: "key \(key)")
            if let found = cache.numbers("key \(key)") {
              isSound = isSound && found == [Float](repeating: Float(key), count: 2_000)
            }
          }
          return isSound
        }
      }
      for await isSound in group { #expect(isSound) }
    }
  }

  @Test func aFolderThatCannotBeWrittenKeepsNothing() {
    let cache = Cache(URL(fileURLWithPath: "/proc/vedette-cache"))
    cache.keep([1], under: "key")
    #expect(cache.numbers("key") == nil)
  }
}
