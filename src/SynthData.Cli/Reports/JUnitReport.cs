using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using SynthData.Diagnostics;
using SynthData.Output;

namespace SynthData.Cli.Reports;

/// <summary>Writes what was checked as JUnit XML.</summary>
/// <remarks>
/// There is no standard, so this is what all readers share and the strictest schema (of Jenkins' xUnit plugin) takes: GitLab knows a
/// case by <c>classname</c> and <c>name</c>, Jenkins splits <c>classname</c> at its last dot, and both show a case's first failure
/// only, so a case has one. No time is written, for none is measured by case; equal runs give equal files.
/// </remarks>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    /// <summary>Replaces the file when the report is whole, making its folder if need be.</summary>
    /// <exception cref="GenerationException">The folder or the disk refuses (SD5).</exception>
    public static void Write(string path, ImmutableArray<JUnitSuite> suites)
    {
        byte[] bytes = Print(suites);
        OutputFailure.Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            WholeFile.Replace(path, bytes);
        });
    }

    private static byte[] Print(ImmutableArray<JUnitSuite> suites)
    {
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "synthdata");
            WriteCounts(xml, suites);
            foreach (JUnitSuite suite in suites)
                Write(xml, suite);
            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Readable(suite.Name));
        WriteCounts(xml, [suite]);
        WriteCount(xml, "skipped", suite.SkippedCount);
        foreach (JUnitCase one in suite.Cases)
            Write(xml, suite.Name, one);
        if (!suite.Notes.IsEmpty)
            xml.WriteElementString("system-out", Lines(suite.Notes));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string suite, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Readable(suite));
        xml.WriteAttributeString("name", Readable(one.Name));
        if (!one.Failures.IsEmpty)
        {
            xml.WriteStartElement(one.IsError ? "error" : "failure");
            xml.WriteAttributeString("type", one.Failures[0].Code);
            xml.WriteAttributeString("message", Readable(one.Failures[0].Message));
            xml.WriteString(Lines(one.Failures));
            xml.WriteEndElement();
        }
        else if (one.Skipped is { } why)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Readable(why));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, ImmutableArray<JUnitSuite> suites)
    {
        WriteCount(xml, "tests", suites.Sum(suite => suite.Cases.Length));
        WriteCount(xml, "failures", suites.Sum(suite => suite.FailureCount));
        WriteCount(xml, "errors", suites.Sum(suite => suite.ErrorCount));
    }

    private static void WriteCount(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    private static string Lines(IEnumerable<Diagnostic> diagnostics) => Readable(string.Join('\n', diagnostics));

    // XML 1.0 cannot hold most control characters nor half a surrogate pair, not even escaped, and data may hold them.
    private static string Readable(string text)
    {
        if (IsReadable(text))
            return text;
        StringBuilder readable = new();
        for (int index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                readable.Append(text, index++, 2);
            else if (XmlConvert.IsXmlChar(text[index]))
                readable.Append(text[index]);
            else
                readable.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[index]:x4}");
        }

        return readable.ToString();
    }

    private static bool IsReadable(string text)
    {
        foreach (char letter in text)
        {
            if (!XmlConvert.IsXmlChar(letter))
                return false;
        }

        return true;
    }
}
