using System.Xml.Linq;

namespace SynthData.Tests.Cli;

/// <summary>A JUnit report read as CI systems read it, its shape asserted on the way.</summary>
internal sealed class JUnitFile
{
    // What the schema of Jenkins' xUnit plugin, the strictest there is, allows and demands; GitLab wants classname too.
    private static readonly Dictionary<string, (string[] Demanded, string[] Allowed, string[] Children)> Shape = new()
    {
        ["testsuites"] = ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors"], ["skipped", "time", "timestamp", "hostname", "id", "package", "file"], ["testcase", "properties", "system-out", "system-err"]),
        ["testcase"] = (["name", "classname"], ["time"], ["skipped", "error", "failure", "system-out", "system-err"]),
        ["failure"] = (["type", "message"], [], []),
        ["error"] = (["type", "message"], [], []),
        ["skipped"] = (["message"], ["type"], []),
        ["system-out"] = ([], [], []),
    };

    private readonly XElement root;

    private JUnitFile(XElement root) => this.root = root;

    public static JUnitFile Read(string path)
    {
        XElement root = XDocument.Load(path).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        Assert.All(root.DescendantsAndSelf(), AssertShape);
        Assert.All(root.Elements(), suite => AssertCounts(suite, suite.Elements("testcase")));
        AssertCounts(root, root.Descendants("testcase"));
        XElement[] cases = [.. root.Descendants("testcase")];
        Assert.Equal(cases.Length, cases.Select(one => (one.Attribute("classname")!.Value, one.Attribute("name")!.Value)).Distinct().Count());
        Assert.All(cases, one => Assert.True(one.Elements().Count() <= 1));
        return new JUnitFile(root);
    }

    /// <summary>Every case as <c>suite | name | passed, skipped, or failure with its code</c>.</summary>
    public IEnumerable<string> Cases => root.Descendants("testcase").Select(one =>
        $"{one.Attribute("classname")!.Value} | {one.Attribute("name")!.Value} | {Outcome(one.Elements().SingleOrDefault())}");

    public XElement Of(string name) => root.Descendants("testcase").Single(one => one.Attribute("name")!.Value == name).Elements().Single();

    public string Notes => string.Concat(root.Descendants("system-out").Select(notes => notes.Value));

    private static string Outcome(XElement? outcome) => outcome is null ? "passed" : $"{outcome.Name} {outcome.Attribute("type")?.Value}".Trim();

    private static void AssertShape(XElement element)
    {
        (string[] demanded, string[] allowed, string[] children) = Shape[element.Name.LocalName];
        string[] attributes = [.. element.Attributes().Select(attribute => attribute.Name.LocalName)];
        Assert.Empty(demanded.Except(attributes));
        Assert.Empty(attributes.Except(demanded).Except(allowed));
        Assert.All(element.Elements(), child => Assert.Contains(child.Name.LocalName, children));
    }

    private static void AssertCounts(XElement element, IEnumerable<XElement> cases)
    {
        Assert.Equal(cases.Count(), (int)element.Attribute("tests")!);
        Assert.Equal(cases.Count(one => one.Element("failure") is not null), (int)element.Attribute("failures")!);
        Assert.Equal(cases.Count(one => one.Element("error") is not null), (int)element.Attribute("errors")!);
        if (element.Attribute("skipped") is { } skipped)
            Assert.Equal(cases.Count(one => one.Element("skipped") is not null), (int)skipped);
    }
}
