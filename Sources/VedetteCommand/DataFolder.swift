import Foundation

/// Where the data pack is: `VEDETTE_DATA`, else `.data` here or in a folder above, else beside the program or in a folder above it, else
/// in the user's own data folder. Where none is: `.data` beside the source that the program was built from, else the user's own.
enum DataFolder {
  static let path: String = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["VEDETTE_DATA"], !named.isEmpty { return named }
    let here = FileManager.default.currentDirectoryPath
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().path
    let own =
      environment["XDG_DATA_HOME"].map { "\($0)/vedette" }
      ?? environment["HOME"].map { "\($0)/.local/share/vedette" }
    let known = (above(here) + above(program)).map { "\($0)/.data" } + [own].compactMap(\.self)
    func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
    let source = above(program).first { isThere("\($0)/Package.swift") }
    return known.first { isThere("\($0)/manifest.json") } ?? source.map { "\($0)/.data" } ?? own
      ?? ".data"
  }()

  /// A program that was installed somewhere brings PROJ's database along, in `share/proj` beside its own folder.
  static func useOwnProjections() {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let own = program.deletingLastPathComponent().deletingLastPathComponent().path + "/share/proj"
    if FileManager.default.fileExists(atPath: "\(own)/proj.db") { setenv("PROJ_DATA", own, 0) }
  }

  /// A folder and all above it, nearest first.
  private static func above(_ path: String) -> [String] {
    var url = URL(fileURLWithPath: path)
    var all = [url.path]
    while url.pathComponents.count > 1 {
      url.deleteLastPathComponent()
      all.append(url.path)
    }
    return all
  }
}
