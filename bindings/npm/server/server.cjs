/* The language server: the features over the Language Server Protocol, by npm's vscode-languageserver. */
"use strict";
const library = require("../dist/node.cjs");
const { completion } = require("./completion.cjs");
const { PlanDocument } = require("./document.cjs");
const features = require("./features.cjs");

function day_of_today() {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
}

/** Serves a connection of vscode-languageserver. */
function serve(connection, { ErrorCodes, ResponseError }) {
  const documents = new Map();
  const waiting = new Map(); // until typing pauses
  const settings = { lang: "en", stage: undefined, today: undefined };
  const options = () => ({ ...settings, today: settings.today ?? day_of_today() });
  const with_document = (use, nothing = null) => (params, ...rest) => {
    const document = documents.get(params.textDocument.uri);
    return document ? use(document, params, ...rest) : nothing;
  };

  function publish(uri) {
    const document = documents.get(uri);
    waiting.delete(uri);
    if (document) connection.sendDiagnostics({ uri, version: document.version, diagnostics: features.diagnostics(document, options()) });
  }

  function changed({ uri, version }, text) {
    documents.set(uri, new PlanDocument(library, uri, text, version));
    clearTimeout(waiting.get(uri));
    waiting.set(uri, setTimeout(publish, 100, uri));
  }

  connection.onInitialize(({ initializationOptions: given = {}, locale = process.env.LANG ?? "" }) => {
    settings.lang = given?.lang === "da" || given?.lang === "en" ? given.lang : locale.startsWith("da") ? "da" : "en";
    settings.stage = given?.stage ?? undefined;
    settings.today = given?.today ?? undefined;
    return {
      serverInfo: { name: "helhedsplan-language-server", version: library.version() },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: 1 },
        completionProvider: { triggerCharacters: ['"'] },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ["quickfix"] },
        documentFormattingProvider: true,
        documentSymbolProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
      },
    };
  });
  connection.onDidOpenTextDocument(({ textDocument }) => changed(textDocument, textDocument.text));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => changed(textDocument, contentChanges.at(-1).text));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri);
    clearTimeout(waiting.get(uri));
    connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onCompletion(with_document((document, { position }) => completion(document, position, options()), []));
  connection.onHover(with_document((document, { position }) => features.hover(document, position, options())));
  connection.onCodeAction(with_document((document, { range }) => features.code_actions(document, range, options()), []));
  connection.onDocumentFormatting(with_document((document) => features.formatting(document), []));
  connection.onDocumentSymbol(with_document((document) => features.outline(document), []));
  connection.onDefinition(with_document((document, { position }) => features.definition(document, position)));
  connection.onReferences(with_document((document, { position, context }) =>
    features.references(document, position, context.includeDeclaration), []));
  connection.onPrepareRename(with_document((document, { position }) => features.prepare_rename(document, position)));
  connection.onRenameRequest(with_document((document, { position, newName }) => {
    const found = features.rename(document, position, newName, settings.lang);
    return found.error ? new ResponseError(ErrorCodes.InvalidParams, found.error) : found;
  }));
  connection.listen();
}

module.exports = { serve };
