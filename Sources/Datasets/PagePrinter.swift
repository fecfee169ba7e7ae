internal import Foundation

/// A page on paper through Chromium's own print, a Debian package: tagged, with an outline of its headings.
public struct PagePrinter: Sendable {
  private let program: String

  /// Nil where no Chromium is there.
  ///
  /// - Parameter programs: names to look for, the first that answers is taken.
  public init?(programs: [String] = ["chromium", "chromium-browser", "google-chrome"]) {
    let found = programs.first { program in
      guard let outcome = try? Child.run(program, ["--version"]) else { return false }
      return outcome.status == 0
    }
    guard let found else { return nil }
    program = found
  }

  /// The pages as PDF, the same bytes for the same page: the day on which it was printed is left out.
  public func pdf(_ html: String) throws(DataError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, printed) = (
      folder.appendingPathComponent("briefing.html"), folder.appendingPathComponent("briefing.pdf")
    )
    try Files.write(html, to: page)
    var arguments = [
      "--headless=new", "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf",
      "--generate-pdf-document-outline", "--user-data-dir=\(folder.path)/profile",
      "--print-to-pdf=\(printed.path)",
    ]
    // Chromium's own sandbox refuses the superuser
    if getuid() == 0 { arguments.append("--no-sandbox") }
    let outcome = try Child.run(program, arguments + [page.absoluteString])
    guard outcome.status == 0, FileManager.default.fileExists(atPath: printed.path) else {
      throw DataError(.badData, "\(program) cannot print the briefing: \(outcome.complaint)")
    }
    return PagePrinter.dateless(try Files.read(printed))
  }

  /// The days of making and changing, set to the first of the calendar of Unix: their lengths stay, and with them every offset.
  static func dateless(_ pdf: [UInt8]) -> [UInt8] {
    let day = Array("19700101000000".utf8)
    var pdf = pdf
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(name.utf8)
      var from = 0
      while let at = pdf[from...].firstRange(of: key)?.upperBound, at + day.count <= pdf.count {
        pdf.replaceSubrange(at..<at + day.count, with: day)
        from = at
      }
    }
    return pdf
  }
}
