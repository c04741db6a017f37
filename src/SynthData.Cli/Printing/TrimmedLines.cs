using System.Text;

namespace SynthData.Cli.Printing;

/// <summary>Leaves the blanks out that tables pad their last column with, where no terminal needs them.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                blanks++;
                return;
            case '\r':
                return;
            case '\n':
                blanks = 0;
                inner.Write('\n');
                return;
            default:
                while (blanks > 0)
                {
                    inner.Write(' ');
                    blanks--;
                }

                inner.Write(value);
                return;
        }
    }

    public override void Flush() => inner.Flush();
}
