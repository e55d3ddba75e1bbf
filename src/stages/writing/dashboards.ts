/** How to point a dashboard at the tables: the last part of the data dictionary. */
export const DASHBOARDS = `## Dashboards

Serve \`output/<job>/latest/\` as static files (any web server will do) or read it from disk; the names and columns stay the same from night to night.

| with | take | how |
|-|-|-|
| Grafana | side_years.csv | Infinity data source: type CSV, source URL \`.../latest/side_years.csv\`; columns \`period_start\` as time, \`mean\`, \`ci_low\`, \`ci_high\` as number, \`side\` as string |
| Metabase | statements.parquet | DuckDB driver, database \`:memory:\`, \`SELECT * FROM read_parquet('.../latest/statements.parquet')\`; or upload years.csv |
| Superset | statements.parquet | DuckDB (duckdb-engine), \`duckdb:///:memory:\`, a dataset over \`read_parquet('.../latest/statements.parquet')\`; or upload side_years.csv |
| Datawrapper | years.csv | New chart, "Link external dataset" with the address of years.csv; line chart of \`mean\` over \`period_start\`, \`ci_low\` and \`ci_high\` as area |
| Excel | years.csv | Data, From Text/CSV (where decimals have a comma: Transform Data, Using Locale, English), or a job with \`excel: true\` (a BOM) and a double click |
| Google Sheets | years.csv | \`=IMPORTDATA("https://.../latest/years.csv", ",", "en_US")\` |
| R | statements.csv | \`readr::read_csv("latest/statements.csv")\`; \`arrow::read_parquet("latest/statements.parquet")\` |
| pandas | statements.csv | \`pd.read_csv("latest/statements.csv", parse_dates=["said_earliest"])\`; \`pd.read_parquet("latest/statements.parquet")\` |
| Vega-Lite | charts/sides.vl.json | \`vegaEmbed("#chart", "latest/charts/sides.vl.json")\`: the spec loads the table beside it |

Tried: pandas 3.0 and DuckDB 1.5 over both files of 181,050 statements (the same ids, tones and words in each; days arrive as days) and DuckDB over every table,
which is what the drivers of Metabase and Superset run; every table in LibreOffice (\`tools/run checks/spreadsheet\`); the Vega-Lite charts, in a test. The recipes for
Grafana, Datawrapper, Excel, Google Sheets and R follow their documentation and have not been tried.
`;
