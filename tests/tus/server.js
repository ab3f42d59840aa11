// A tus server that others wrote. Usage: node server.js FOLDER [refuse-checksums]
// Keeps uploads in FOLDER, prints its port, ends with its standard input.
import { createServer } from "node:http"
import { FileStore } from "@tus/file-store"
import { Server } from "@tus/server"

const [folder, manner] = process.argv.slice(2)

const tus = new Server({
  path: "/kiosk/v1/uploads",
  datastore: new FileStore({ directory: folder }),
  async onIncomingRequest(request) {
    // What tus asks of a server that has the extension but does not know the algorithm.
    if (manner === "refuse-checksums" && request.headers.get("upload-checksum") !== null) {
      throw { status_code: 400, body: "unsupported checksum algorithm" }
    }
  },
})

const http = createServer((request, response) => tus.handle(request, response))
http.listen(0, "127.0.0.1", () => console.log(http.address().port))
process.stdin.on("end", () => process.exit()).resume()
