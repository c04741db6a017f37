using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthData.Diagnostics;

namespace SynthData.Cli.Printing;

/// <summary>The one document of <c>--json</c>: <c>{ command, exitCode, result, diagnostics }</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by programs and people, never put into a page
    };

    public static void Write(
        TextWriter output, string? command, int exitCode, ImmutableArray<Diagnostic> diagnostics, Action<Utf8JsonWriter> writeResult)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("command", command);
            json.WriteNumber("exitCode", exitCode);
            json.WritePropertyName("result");
            writeResult(json);
            json.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in diagnostics)
                Write(json, diagnostic);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        if (diagnostic.Position is { } position)
        {
            json.WriteString("file", position.File);
            json.WriteNumber("line", position.Line);
            json.WriteNumber("column", position.Column);
        }
        else
        {
            json.WriteNull("file");
            json.WriteNull("line");
            json.WriteNull("column");
        }

        json.WriteString("message", diagnostic.Message);
        json.WriteString("fix", diagnostic.Fix);
        json.WriteEndObject();
    }
}
