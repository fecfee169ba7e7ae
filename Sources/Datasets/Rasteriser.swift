internal import Foundation

/// Pixels from SVG through librsvg's `rsvg-convert`, a Debian package.
public struct Rasteriser: Sendable {
  private let program: String

  /// Nil where the program is not there.
  public init?(program: String = "rsvg-convert") {
    guard let outcome = try? Child.run(program, ["--version"]), outcome.status == 0 else {
      return nil
    }
    self.program = program
  }

  /// A PNG as large as fits into so many pixels.
  public func png(_ svg: String, width: Int, height: Int) throws(DataError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("vedette-\(UUID().uuidString).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    try Files.write(svg, to: file)
    let outcome = try Child.run(
      program,
      [
        "--keep-aspect-ratio", "--width", "\(width)", "--height", "\(height)", "--background-color",
        "white", file.path,
      ])
    guard outcome.status == 0 else {
      throw DataError(.badData, "\(program) cannot draw a picture: \(outcome.complaint)")
    }
    return outcome.output
  }
}
