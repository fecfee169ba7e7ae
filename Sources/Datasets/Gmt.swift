internal import Foundation
internal import Kernels

/// Lines and country polygons that the Generic Mapping Tools print from GSHHG and DCW.
enum Gmt {
  /// Where it comes from.
  static let help =
    "'make setup' installs it in a clone; else Debian, Ubuntu: apt-get install gmt gmt-dcw gmt-gshhg-high; Fedora: dnf install GMT dcw-gmt gshhg-gmt-nc4-high"

  /// Runs `gmt coast … -M` and reads its multi-segment text.
  static func lines(_ arguments: [String], thinning: Double) throws(DataError) -> [MapLine] {
    // it leaves a gmt.history where it runs, whatever it is told
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw DataError(.cannotWrite, "cannot write to the temporary folder")
    }
    let outcome = try Child.run("gmt", ["coast"] + arguments + ["-M"], in: folder)
    guard outcome.status == 0 else {
      throw DataError(
        .noInput,
        "gmt coast failed (\(outcome.status)): \(outcome.complaint)\n"
          + "  help: \(Gmt.help)")
    }
    return segments(outcome.output, thinning: thinning)
  }

  /// `> … Level n` starts a segment; then a longitude and a latitude a line.
  ///
  /// - Parameter thinning: points nearer than this to the last kept one are dropped, degrees.
  static func segments(_ text: [UInt8], thinning: Double) -> [MapLine] {
    var lines: [MapLine] = []
    var points: [SIMD2<Double>] = []
    var level = 0
    func close() {
      if points.count >= 2 { lines.append(MapLine(level: level, points: points)) }
      points = []
    }
    var last: SIMD2<Double>?
    for line in text.split(separator: 10) {
      if line.first == UInt8(ascii: ">") {
        if let last, points.last != last { points.append(last) }
        last = nil
        close()
        level = Gmt.level(line)
        continue
      }
      guard let point = Gmt.point(line) else { continue }
      if let kept = points.last {
        let apart = point - kept
        if max(abs(apart.x), abs(apart.y)) >= thinning { points.append(point) }
      } else {
        points.append(point)
      }
      last = point
    }
    if let last, points.last != last { points.append(last) }
    close()
    return lines
  }

  private static func point(_ line: ArraySlice<UInt8>) -> SIMD2<Double>? {
    let words = String(decoding: line, as: UTF8.self).split { $0 == "\t" || $0 == " " }
    guard words.count >= 2, let x = Double(words[0]), let y = Double(words[1]) else { return nil }
    return SIMD2(x > 180 ? x - 360 : x, y)
  }

  private static func level(_ line: ArraySlice<UInt8>) -> Int {
    let text = String(decoding: line, as: UTF8.self)
    guard let range = text.range(of: "Level ") else { return 0 }
    return Int(text[range.upperBound...].prefix { $0.isNumber }) ?? 0
  }
}

extension String {
  /// The first occurrence of a text.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    indices.lazy.first { self[$0...].hasPrefix(text) }
      .map { $0..<self.index($0, offsetBy: text.count) }
  }
}
